import { DAY_MS } from "@/lib/domain/time/durations";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { TrailFolder } from "./find-trail-folders";
import { beforeMinute, dayFolder, deliveryOf } from "./object-name";
import { listKeys, type TrailBucket } from "./trail-bucket";

export interface TrailObject {
  readonly key: string;
  readonly deliveredMs: number;
}

/** S3 lists oldest first; a trail's days are folders, so the newest day is listed first, and read backwards. */
export class ObjectListing {
  readonly #bucket: TrailBucket;
  readonly #folder: TrailFolder;
  /** The day that is being read page by page: its older objects do not change any more. */
  #day: { readonly asked: string; readonly objects: readonly TrailObject[] } | null = null;

  constructor(bucket: TrailBucket, folder: TrailFolder) {
    this.#bucket = bucket;
    this.#folder = folder;
  }

  /**
   * The newest objects delivered within the range, before the key where one is given. `isLast`: there are no older ones
   * in it. Throws what AWS answers.
   */
  async newestBefore(
    delivered: TimeRange,
    { before, most }: { readonly before: string | null; readonly most: number },
    signal: AbortSignal,
  ): Promise<{ objects: readonly TrailObject[]; isLast: boolean }> {
    const end = Math.min(delivered.to, before === null ? delivered.to : (deliveryOf(before) ?? delivered.to));
    const first = Math.floor(delivered.from / DAY_MS);
    const objects: TrailObject[] = [];
    for (let day = Math.floor(end / DAY_MS); day >= first; day--) {
      const ofDay = await this.#listDay(day * DAY_MS, delivered, { fresh: before === null }, signal);
      const fit = ofDay.filter(
        ({ key, deliveredMs }) => deliveredMs < delivered.to && (before === null || key < before),
      );
      objects.push(...fit.slice(0, most + 1 - objects.length));
      if (objects.length > most) return { objects: objects.slice(0, most), isLast: false };
    }
    return { objects, isLast: true };
  }

  /** Newest first. */
  async #listDay(
    dayMs: number,
    delivered: TimeRange,
    { fresh }: { readonly fresh: boolean },
    signal: AbortSignal,
  ): Promise<readonly TrailObject[]> {
    const prefix = `${this.#folder.prefix}${dayFolder(dayMs)}`;
    const after = delivered.from > dayMs ? `${prefix}${beforeMinute(this.#folder, delivered.from)}` : "";
    const asked = `${prefix} ${after}`;
    if (!fresh && this.#day?.asked === asked) return this.#day.objects;
    const keys = await listKeys(this.#bucket, { prefix, after }, signal);
    const objects = keys
      .map((key) => ({ key, deliveredMs: deliveryOf(key) }))
      .filter((object): object is TrailObject => object.deliveredMs !== null)
      .reverse();
    this.#day = { asked, objects };
    return objects;
  }
}
