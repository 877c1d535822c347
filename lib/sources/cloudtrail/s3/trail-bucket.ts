import {
  type CommonPrefix,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  type S3Client,
} from "@aws-sdk/client-s3";
import type { RequestBudget } from "@/lib/ports/request-budget";

/** A bucket that a trail writes to, and the means to read it. */
export interface TrailBucket {
  readonly client: S3Client;
  readonly budget: RequestBudget;
  readonly bucket: string;
  /** The bucket's Region. */
  readonly region: string;
}

/** The keys below a prefix behind a key, in their order: pages of 1,000. Throws what AWS answers. */
export async function listKeys(
  bucket: TrailBucket,
  { prefix, after }: { readonly prefix: string; readonly after: string },
  signal: AbortSignal,
): Promise<string[]> {
  const keys: string[] = [];
  for await (const page of listPages(bucket, { Prefix: prefix, StartAfter: after }, signal))
    keys.push(...(page.Contents ?? []).flatMap(({ Key }) => (Key === undefined ? [] : [Key])));
  return keys;
}

/** The names of the folders right below a prefix. Throws what AWS answers. */
export async function listFolders(
  bucket: TrailBucket,
  prefix: string,
  signal: AbortSignal,
): Promise<string[]> {
  const folders: CommonPrefix[] = [];
  for await (const page of listPages(bucket, { Prefix: prefix, Delimiter: "/" }, signal))
    folders.push(...(page.CommonPrefixes ?? []));
  return folders.map(({ Prefix = "" }) => Prefix.slice(prefix.length, -1));
}

async function* listPages(
  { client, budget, bucket }: TrailBucket,
  asked: { readonly Prefix: string; readonly StartAfter?: string; readonly Delimiter?: string },
  signal: AbortSignal,
): AsyncGenerator<ListObjectsV2CommandOutput> {
  let token: string | undefined;
  do {
    const next = token === undefined ? {} : { ContinuationToken: token };
    const command = new ListObjectsV2Command({ Bucket: bucket, ...asked, ...next });
    const page = await budget.send(() => client.send(command, { abortSignal: signal }), { signal });
    yield page;
    token = page.NextContinuationToken;
  } while (token !== undefined);
}
