import { GetObjectCommand, ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";
import { findTrailFolders, type TrailFolder } from "@/lib/sources/cloudtrail/s3/find-trail-folders";
import { parseTrailUri } from "@/lib/sources/cloudtrail/s3/trail-uri";
import type { AwsClients } from "../aws-clients";
import type { TrailPlan } from "../aws-plan";
import { type Finding, unwell, well } from "../../doctor/finding";
import { examineLogGroup } from "./examine-log-group";
import { type Patient, tryAction } from "./try-action";
import { UNLIMITED } from "./unlimited-budget";

export interface TrailPlace {
  readonly patient: Patient;
  readonly clients: AwsClients;
  readonly accountId: string;
  readonly trail: TrailPlan;
  /** Whose events are read. */
  readonly regions: readonly string[];
}

/** Can the trail's folders be listed, and one of its objects be read; or its log group? */
export async function examineTrail(place: TrailPlace): Promise<readonly Finding[]> {
  const { patient, clients, accountId, trail } = place;
  const { from, region } = trail;
  const uri = parseTrailUri(from);
  const subject = `${accountId} ${from}`;
  const what = `the trail in ${from}`;
  if (uri === null)
    return examineLogGroup({ patient, logs: clients.logs(region), region, subject, group: from, what });
  return examineBucket({ ...place, ...uri, s3: clients.s3(region), subject, what });
}

interface BucketPlace extends TrailPlace {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly prefix: string;
  readonly subject: string;
  readonly what: string;
}

async function examineBucket(place: BucketPlace): Promise<Finding[]> {
  const { patient, s3, bucket, subject, what, trail } = place;
  const common = { region: trail.region, subject, what, on: bucket };
  const listed = await tryAction(patient, {
    ...common,
    action: "s3:ListBucket",
    send: () => look(place),
  });
  if (listed.value === null) return [listed.finding];
  const { folders, key } = listed.value;
  if (key === null) return [listed.finding, nothingThere(place)];
  const read = await tryAction(patient, {
    ...common,
    action: "s3:GetObject",
    send: () => readBegin(s3, bucket, key),
  });
  const accounts = [...new Set(folders.map(({ accountId }) => accountId))];
  const holds = well("trail", subject, `holds events of ${accounts.join(", ")}`);
  return [listed.finding, holds, read.finding];
}

/** What the trail holds of these Regions, and one of its objects. */
async function look(place: BucketPlace): Promise<{ folders: readonly TrailFolder[]; key: string | null }> {
  const { s3, bucket, prefix, trail, regions } = place;
  await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, MaxKeys: 1 }));
  const there = { client: s3, budget: UNLIMITED, bucket, region: trail.region };
  const folders = await findTrailFolders(there, { prefix, regions }, new AbortController().signal);
  return { folders, key: await firstKey(place, folders[0]) };
}

async function firstKey(
  { s3, bucket }: BucketPlace,
  folder: TrailFolder | undefined,
): Promise<string | null> {
  if (folder === undefined) return null;
  const command = new ListObjectsV2Command({ Bucket: bucket, Prefix: folder.prefix, MaxKeys: 1 });
  const { Contents = [] } = await s3.send(command);
  return Contents[0]?.Key ?? null;
}

/** S3 asks the key's policy (kms:Decrypt) whatever part is read. */
async function readBegin(s3: S3Client, bucket: string, key: string): Promise<void> {
  const command = new GetObjectCommand({ Bucket: bucket, Key: key, Range: "bytes=0-0" });
  const { Body } = await s3.send(command);
  (Body as { destroy?: () => void } | undefined)?.destroy?.();
}

function nothingThere({ subject, regions }: BucketPlace): Finding {
  return unwell("trail", subject, {
    message: `holds no events of ${regions.join(", ")} there`,
    remedy:
      "Correct the trail's from: in the config: it ends with AWSLogs/, behind the trail's own prefix; and see whether the trail covers these Regions (aws cloudtrail describe-trails).",
  });
}
