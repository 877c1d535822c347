import { toSourceError } from "../../aws/to-source-problem";
import type { TrailPlace } from "../../aws/trail-record";
import { listFolders, type TrailBucket } from "./trail-bucket";

/** The objects of one account in one Region. */
export interface TrailFolder extends TrailPlace {
  /** Up to the year: `…/CloudTrail/<region>/`. */
  readonly prefix: string;
}

/**
 * The accounts that have objects below `AWSLogs/`, an organisation's too, in these Regions. Digests and Insights lie in
 * folders beside them and are left out. Throws SourceError.
 */
export async function findTrailFolders(
  bucket: TrailBucket,
  { prefix, regions }: { readonly prefix: string; readonly regions: readonly string[] },
  signal: AbortSignal,
): Promise<TrailFolder[]> {
  try {
    const found: TrailFolder[] = [];
    for (const account of await findAccounts(bucket, prefix, signal)) {
      const there = await listFolders(bucket, `${account.prefix}CloudTrail/`, signal);
      for (const region of there.filter((name) => regions.includes(name)))
        found.push({ accountId: account.id, region, prefix: `${account.prefix}CloudTrail/${region}/` });
    }
    return found;
  } catch (error) {
    signal.throwIfAborted();
    throw toSourceError(error, {
      what: `the trail in s3://${bucket.bucket}/${prefix}`,
      region: bucket.region,
      action: "s3:ListBucket",
    });
  }
}

interface AccountFolder {
  readonly id: string;
  readonly prefix: string;
}

async function findAccounts(
  bucket: TrailBucket,
  prefix: string,
  signal: AbortSignal,
): Promise<AccountFolder[]> {
  const accounts: AccountFolder[] = [];
  for (const name of await listFolders(bucket, prefix, signal)) {
    const below = `${prefix}${name}/`;
    if (/^\d{12}$/.test(name)) accounts.push({ id: name, prefix: below });
    else if (/^o-[a-z0-9]+$/.test(name)) accounts.push(...(await findAccounts(bucket, below, signal)));
  }
  return accounts;
}
