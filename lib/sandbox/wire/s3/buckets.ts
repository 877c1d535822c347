import { DAY, dayOf } from "../../world/calendar";
import { type Place, TRAILS } from "../../world/organisation/places";
import { AwsError } from "../aws-error";
import type { Call, Cloud } from "../cloud";
import { type TrailObject, trailObjects } from "./trail-objects";

/** How far back the trails reach. */
const KEPT_DAYS = 90;

interface Bucket {
  /** Up to the accounts. */
  readonly root: string;
  readonly holds: (place: Place) => boolean;
}

const OWNER = "111122223333";

/** A bucket with a trail of the account, and one with an organisation trail. */
const BUCKETS: Readonly<Record<string, Bucket>> = {
  "example-trail": { root: "AWSLogs/", holds: ({ accountId }) => accountId === OWNER },
  "example-org-trail": { root: "audit/AWSLogs/o-exampleorg1/", holds: () => true },
};

/** A key, and the trail's object behind it; null = a digest. */
export interface BucketObject {
  readonly key: string;
  readonly object: TrailObject | null;
}

/** A folder or an object: folders are walked only where they are asked for. */
type Node = { readonly key: string; readonly children: () => readonly Node[] } | BucketObject;

/** Throws NoSuchBucket. */
export function findBucket(call: Call, name: string): Bucket {
  const bucket = Object.hasOwn(BUCKETS, name) ? BUCKETS[name] : undefined;
  if (bucket !== undefined && call.principal.accountId === OWNER) return bucket;
  throw new AwsError("NoSuchBucket", "The specified bucket does not exist", 404);
}

/**
 * The objects under a prefix behind a key, in the order of their keys. With a delimiter, what holds it behind the prefix is
 * told once, as a folder.
 */
export function* walkBucket(
  cloud: Cloud,
  { root, holds }: Bucket,
  asked: { readonly prefix: string; readonly after: string; readonly folders: boolean },
): Generator<BucketObject | { readonly folder: string }> {
  const places = TRAILS.filter((place) => holds(place) && cloud.world.isUsed(place, cloud.now()));
  yield* walk({ key: root, children: () => accountsOf(cloud, root, places) }, asked);
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

function accountsOf(cloud: Cloud, root: string, places: readonly Place[]): Node[] {
  const accounts = [...new Set(places.map(({ accountId }) => accountId))].sort();
  return accounts.map((accountId) => {
    const key = `${root}${accountId}/`;
    const own = places.filter((place) => place.accountId === accountId);
    const under = (folder: string, read: DayReader) => {
      const above = `${key}${folder}/`;
      return { key: above, children: () => regionsOf(cloud, above, { places: own, read }) };
    };
    return { key, children: () => [under("CloudTrail-Digest", digestsOf), under("CloudTrail", objectsOf)] };
  });
}

type DayReader = (cloud: Cloud, key: string, trail: { place: Place; day: number }) => BucketObject[];

function regionsOf(
  cloud: Cloud,
  above: string,
  { places, read }: { places: readonly Place[]; read: DayReader },
): Node[] {
  const sorted = places.toSorted((a, b) => (a.region < b.region ? -1 : 1));
  return sorted.map((place) => {
    const key = `${above}${place.region}/`;
    return { key, children: () => daysOf(cloud, key, { place, read }) };
  });
}

function daysOf(cloud: Cloud, above: string, { place, read }: { place: Place; read: DayReader }): Node[] {
  const last = dayOf(cloud.now());
  const all = Array.from({ length: KEPT_DAYS }, (_, n) => last - KEPT_DAYS + 1 + n);
  return all.map((day) => {
    const date = new Date(day * DAY).toISOString().slice(0, 10).replaceAll("-", "/");
    const key = `${above}${date}/`;
    return { key, children: () => read(cloud, key, { place, day }) };
  });
}

function objectsOf(cloud: Cloud, key: string, { place, day }: { place: Place; day: number }): BucketObject[] {
  return trailObjects(cloud, place, day).map((object) => ({ key: `${key}${object.name}`, object }));
}

/** CloudTrail signs its files once an hour; nobody but `validate-logs` reads these. */
function digestsOf(_cloud: Cloud, key: string, { place }: { place: Place }): BucketObject[] {
  const { accountId, region } = place;
  const name = `${accountId}_CloudTrail-Digest_${region}_example_${region}_000000Z.json.gz`;
  return [{ key: `${key}${name}`, object: null }];
}
