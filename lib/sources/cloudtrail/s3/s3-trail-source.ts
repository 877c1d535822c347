import { MINUTE_MS } from "@/lib/domain/time/durations";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { EventSource, SourcePage, SourceRecord } from "@/lib/ports/event-source";
import { toSourceError } from "../../aws/to-source-problem";
import type { TrailFolder } from "./find-trail-folders";
import { ObjectListing, type TrailObject } from "./object-listing";
import { readObject } from "./read-object";
import type { TrailBucket } from "./trail-bucket";

const POLL_MS = 2 * MINUTE_MS;
/** An object holds what happened up to this long before it was delivered; CloudTrail says some five minutes. */
const DELIVERY_MS = 30 * MINUTE_MS;
const FIRST_OBJECTS = 8;
const OBJECTS = 48;
const AT_ONCE = 8;

/**
 * One account's STS and sign-in events in one Region from the objects of a trail, newest first. Objects are found by the
 * time of their delivery; what happened in a stretch of time is in those delivered in it and in the half hour behind it.
 */
export function createS3TrailSource(bucket: TrailBucket, folder: TrailFolder): EventSource {
  const { accountId, region } = folder;
  const listing = new ObjectListing(bucket, folder);
  const tried = {
    what: `the trail of ${accountId} in s3://${bucket.bucket}/${folder.prefix}`,
    region: bucket.region,
    action: "s3:GetObject",
  };
  return {
    descriptor: {
      id: `cloudtrail/${accountId}/${region}/s3/${bucket.bucket}`,
      kind: "cloudtrail",
      label: `${accountId} ${region} · CloudTrail in s3://${bucket.bucket}`,
      cluster: null,
      accountId,
      region,
      group: "cloudtrail",
    },
    pollMs: POLL_MS,
    isSlowed: bucket.budget.isSlowed,
    oldestMs: () => null,
    async read(range, cursorText, signal) {
      try {
        return await readPage({ bucket, folder, listing }, { range, cursorText }, signal);
      } catch (error) {
        signal.throwIfAborted();
        throw toSourceError(error, tried);
      }
    },
  };
}

/** Where a reading stands: objects of this key and behind are read; up to `top`, everything from there on is. */
interface ObjectCursor {
  readonly before: string | null;
  readonly top: number;
}

interface Trail {
  readonly bucket: TrailBucket;
  readonly folder: TrailFolder;
  readonly listing: ObjectListing;
}

async function readPage(
  trail: Trail,
  { range, cursorText }: { readonly range: TimeRange; readonly cursorText: string | null },
  signal: AbortSignal,
): Promise<SourcePage> {
  const cursor = readCursor(cursorText, range);
  const delivered = { from: range.from, to: range.to + DELIVERY_MS };
  const most = cursor.before === null ? FIRST_OBJECTS : OBJECTS;
  const { objects, isLast } = await trail.listing.newestBefore(
    delivered,
    { before: cursor.before, most },
    signal,
  );
  const { records, spoilt } = await readObjects(trail, objects, signal);
  const oldest = objects.at(-1);
  // Others of the oldest object's minute may be still to come.
  const from = isLast || oldest === undefined ? range.from : oldest.deliveredMs + MINUTE_MS;
  const claim = (top: number, start: number) => (start < top ? { from: start, to: top } : null);
  const [first] = spoilt;
  if (first === undefined) {
    const next: ObjectCursor = { before: oldest?.key ?? null, top: cursor.top };
    return { records, complete: claim(cursor.top, from), cursor: isLast ? null : JSON.stringify(next) };
  }
  // What is above the spoilt objects is complete now, what is below them with the next page.
  const times = spoilt.map(({ object }) => object.deliveredMs);
  const next: ObjectCursor = { before: oldest?.key ?? null, top: Math.min(...times) - DELIVERY_MS };
  return {
    records,
    notice: unreadable(trail.bucket, first),
    complete: claim(cursor.top, Math.max(...times) + MINUTE_MS),
    cursor: JSON.stringify(next),
  };
}

interface Spoilt {
  readonly object: TrailObject;
  readonly problem: string;
}

async function readObjects({ bucket, folder }: Trail, objects: readonly TrailObject[], signal: AbortSignal) {
  const records: SourceRecord[] = [];
  const spoilt: Spoilt[] = [];
  for (let from = 0; from < objects.length; from += AT_ONCE) {
    const reads = objects.slice(from, from + AT_ONCE).map(async (object) => {
      const reading = await readObject(bucket, folder, object.key, signal);
      if ("problem" in reading) spoilt.push({ object, problem: reading.problem });
      return reading.records;
    });
    records.push(...(await Promise.all(reads)).flat());
  }
  return { records, spoilt };
}

function readCursor(text: string | null, range: TimeRange): ObjectCursor {
  const first = { before: null, top: range.to };
  if (text === null) return first;
  try {
    const { before, top } = JSON.parse(text) as ObjectCursor;
    return typeof before === "string" && Number.isFinite(top) ? { before, top } : first;
  } catch {
    return first;
  }
}

/** The rest is read; what stands in this object is not, and the coverage leaves it out. */
function unreadable({ bucket }: TrailBucket, { object: { key }, problem }: Spoilt) {
  return {
    code: "unreadable-object" as const,
    message: `The trail's object s3://${bucket}/${key} ${problem}. The rest of the trail is read.`,
    remedy: "See what it is, and who wrote it: CloudTrail writes gzip files of JSON records.",
    command: `aws s3api head-object --bucket ${bucket} --key ${key}`,
    permission: null,
  };
}
