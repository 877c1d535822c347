import { DAY, dayOf } from "../../world/calendar";
import { ACCOUNT, GLOBAL_REGION, REGION } from "../../world/organisation/clusters";
import { AwsError } from "../aws-error";
import type { Call, Cloud } from "../cloud";
import { type TrailObject, trailObjects } from "./trail-objects";

/** How far back the trails reach. */
const KEPT_DAYS = 90;

/** A bucket with a trail of the account, and one with an organisation trail. */
const ROOTS: Readonly<Record<string, string>> = {
  "example-trail": "AWSLogs/",
  "example-org-trail": "audit/AWSLogs/o-exampleorg1/",
};

/** A key, and the trail's object behind it; null = a digest. */
export interface BucketObject {
  readonly key: string;
  readonly object: TrailObject | null;
}

/** A folder or an object: folders are walked only where they are asked for. */
type Node = { readonly key: string; readonly children: () => readonly Node[] } | BucketObject;

/** Throws NoSuchBucket. */
export function rootOf(call: Call, bucket: string): string {
  const root = Object.hasOwn(ROOTS, bucket) ? ROOTS[bucket] : undefined;
  if (root !== undefined && call.principal.accountId === ACCOUNT) return root;
  throw new AwsError("NoSuchBucket", "The specified bucket does not exist", 404);
}

/**
 * The objects under a prefix behind a key, in the order of their keys. With a delimiter, what holds it behind the prefix is
 * told once, as a folder.
 */
export function* walkBucket(
  cloud: Cloud,
  root: string,
  asked: { readonly prefix: string; readonly after: string; readonly folders: boolean },
): Generator<BucketObject | { readonly folder: string }> {
  yield* walk({ key: root, children: () => accountsOf(cloud, root) }, asked);
}

function* walk(
  node: Node,
  asked: { readonly prefix: string; readonly after: string; readonly folders: boolean },
): Generator<BucketObject | { readonly folder: string }> {
  const { prefix, after, folders } = asked;
  if (!("children" in node)) {
    if (node.key.startsWith(prefix) && node.key > after) yield node;
    return;
  }
  const isUnder = node.key.startsWith(prefix);
  if (!isUnder && !prefix.startsWith(node.key)) return;
  if (after > node.key && !after.startsWith(node.key)) return;
  const folder = folders && isUnder ? nextFolder(node.key, prefix) : null;
  if (folder === null) for (const child of node.children()) yield* walk(child, asked);
  else if (folder > after && node.children().length > 0) yield { folder };
}

/** Up to the first slash behind the prefix; null = there is none. */
function nextFolder(key: string, prefix: string): string | null {
  const slash = key.indexOf("/", prefix.length);
  return slash < 0 ? null : key.slice(0, slash + 1);
}

function accountsOf(cloud: Cloud, root: string): Node[] {
  const key = `${root}${ACCOUNT}/`;
  const trail = `${key}CloudTrail/`;
  const digest = `${key}CloudTrail-Digest/`;
  return [
    {
      key,
      children: () => [
        { key: digest, children: () => regions(cloud, digest, digestsOf) },
        { key: trail, children: () => regions(cloud, trail, objectsOf) },
      ],
    },
  ];
}

type DayReader = (cloud: Cloud, key: string, place: { region: string; day: number }) => BucketObject[];

function regions(cloud: Cloud, above: string, read: DayReader): Node[] {
  return [REGION, GLOBAL_REGION].map((region) => {
    const key = `${above}${region}/`;
    return { key, children: () => days(cloud, key, { region, read }) };
  });
}

function days(cloud: Cloud, above: string, { region, read }: { region: string; read: DayReader }): Node[] {
  const last = dayOf(cloud.now());
  const all = Array.from({ length: KEPT_DAYS }, (_, n) => last - KEPT_DAYS + 1 + n);
  return all.map((day) => {
    const date = new Date(day * DAY).toISOString().slice(0, 10).replaceAll("-", "/");
    const key = `${above}${date}/`;
    return { key, children: () => read(cloud, key, { region, day }) };
  });
}

function objectsOf(
  cloud: Cloud,
  key: string,
  { region, day }: { region: string; day: number },
): BucketObject[] {
  const objects = trailObjects(cloud, { accountId: ACCOUNT, region }, day);
  return objects.map((object) => ({ key: `${key}${object.name}`, object }));
}

/** CloudTrail signs its files once an hour; nobody but `validate-logs` reads these. */
function digestsOf(_cloud: Cloud, key: string, { region }: { region: string }): BucketObject[] {
  return [
    { key: `${key}${ACCOUNT}_CloudTrail-Digest_${region}_example_${region}_000000Z.json.gz`, object: null },
  ];
}
