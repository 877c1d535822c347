import { gzipSync } from "node:zlib";
import { authorize } from "../authorize";
import { AwsError } from "../aws-error";
import type { Call } from "../cloud";
import { type BucketObject, findBucket, walkBucket } from "./buckets";
import { trailText } from "./trail-objects";

const MOST_KEYS = 1_000;
/** What a hostile object holds: it unpacks to a thousand times its size. */
const ZEROS = 64 * 1024 * 1024;

/** ListObjectsV2: keys in their order, 1,000 at most. */
export function listObjects(call: Call): string {
  const { bucket = "", prefix = "", delimiter } = call.input as Record<string, string>;
  authorize(call, "s3:ListBucket", `arn:aws:s3:::${bucket}`);
  const found = findBucket(call, bucket);
  const after = String(call.input["continuation-token"] ?? call.input["start-after"] ?? "");
  const most = Math.min(MOST_KEYS, Number(call.input["max-keys"] ?? MOST_KEYS));
  const asked = { prefix, after: decodeToken(call, after), folders: delimiter === "/" };
  const items: string[] = [];
  let last = "";
  let isCut = false;
  for (const item of walkBucket(call.cloud, found, asked)) {
    isCut = items.length === most;
    if (isCut) break;
    last = "folder" in item ? item.folder : item.key;
    items.push(
      "folder" in item ? `<CommonPrefixes><Prefix>${item.folder}</Prefix></CommonPrefixes>` : contents(item),
    );
  }
  const next = isCut
    ? `<NextContinuationToken>${Buffer.from(last).toString("base64url")}</NextContinuationToken>`
    : "";
  const head = `<Name>${bucket}</Name><Prefix>${prefix}</Prefix><KeyCount>${items.length}</KeyCount>`;
  return `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${head}<MaxKeys>${most}</MaxKeys><IsTruncated>${isCut}</IsTruncated>${next}${items.join("")}</ListBucketResult>`;
}

function decodeToken(call: Call, after: string): string {
  return call.input["continuation-token"] === undefined ? after : Buffer.from(after, "base64url").toString();
}

function contents({ key, object }: BucketObject): string {
  const modified = new Date(object?.deliveredMs ?? 0).toISOString();
  return `<Contents><Key>${key}</Key><LastModified>${modified}</LastModified><Size>${object?.events.length ?? 1}</Size><StorageClass>STANDARD</StorageClass></Contents>`;
}

/** The trails' objects are encrypted with it (SSE-KMS). */
const TRAIL_KEY = "arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555";

/** GetObject: a trail's object, packed. */
export function getObject(call: Call): Buffer {
  const { bucket = "", key = "" } = call.input as Record<string, string>;
  authorize(call, "s3:GetObject", `arn:aws:s3:::${bucket}/${key}`);
  authorize(call, "kms:Decrypt", TRAIL_KEY);
  const found = findBucket(call, bucket);
  const folder = key.slice(0, key.lastIndexOf("/") + 1);
  for (const item of walkBucket(call.cloud, found, { prefix: folder, after: "", folders: false }))
    if ("key" in item && item.key === key) return packed(call, item);
  throw new AwsError("NoSuchKey", "The specified key does not exist.", 404);
}

function packed(call: Call, { key, object }: BucketObject): Buffer {
  if (call.cloud.knobs.hostileObjects?.some((part) => key.includes(part)))
    return gzipSync(Buffer.alloc(ZEROS));
  return gzipSync(object === null ? "{}" : trailText(object));
}
