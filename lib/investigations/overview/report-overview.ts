import { barLength, findGlances } from "@/lib/domain/summarize/overview/find-glances";
import type { Overview } from "@/lib/domain/summarize/overview/overview";
import { findNewReasons, type KnownSince, sortNews } from "@/lib/domain/summarize/overview/sort-news";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time/durations";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { seesCluster, type Viewer } from "@/lib/ports/viewer";
import { countPeople } from "./count-people";
import { burstsOfClusters } from "./bursts-of-clusters";
import { changesOfClusters } from "./changes-of-clusters";
import type { InvestigationContext } from "../investigation-context";
import { reportClusters } from "../coverage/report-clusters";

const MOST_SIGHTS = 2_000;

/** All clusters at a glance over the time up to now: health, attempts, why many are denied, and what is new. */
export async function reportOverview(
  viewer: Viewer,
  { lastMs }: { readonly lastMs: number },
  context: InvestigationContext,
): Promise<Overview> {
  const { store } = context;
  const nowMs = context.clock.now();
  const range = { from: Math.floor((nowMs - lastMs) / HOUR_MS) * HOUR_MS, to: nowMs };
  const days = Math.max(1, Math.round(lastMs / DAY_MS));
  const earlier = { from: range.from - days * DAY_MS, to: range.to - days * DAY_MS };
  const isSeen = ({ cluster }: { readonly cluster: string }) => seesCluster(viewer, cluster);
  const known = new Map((await store.knownSince()).filter(([cluster]) => isSeen({ cluster })));
  const [{ clusters: all }, hours, hoursBefore, attendance, allChanges, seen] = await Promise.all([
    reportClusters(viewer, context),
    store.clusterHours(range),
    store.clusterHours(earlier),
    store.attendance(range),
    // Of an hour more: what changed just before the window may have caused its denials.
    changesOfClusters({ ...range, from: range.from - HOUR_MS }, context),
    findSeen(range, { known, viewer }, context),
  ]);
  const [clusters, changes] = [all.filter((one) => isSeen(one)), allChanges.filter(isSeen)];
  const bursts = (await burstsOfClusters(range, { changes, known }, context)).filter(isSeen);
  const bursting = new Set(bursts.map(({ cluster }) => cluster));
  return {
    nowMs,
    range,
    barMs: barLength(range),
    daysBefore: days,
    ...(await countPeople(range, { viewer, attendance }, store)),
    clusters: findGlances({ clusters, hours, hoursBefore, earlier, attendance, bursting, range }),
    bursts,
    news: { ...seen, changes: changes.filter(({ timeMs }) => timeMs >= range.from) },
  };
}

async function findSeen(
  range: TimeRange,
  { known, viewer }: { readonly known: KnownSince; readonly viewer: Viewer },
  { store }: Pick<InvestigationContext, "store">,
) {
  const [sights, texts] = await Promise.all([
    store.firstSights(range, MOST_SIGHTS, viewer.clusters),
    store.denialTexts(range, viewer.clusters),
  ]);
  const news = sortNews(sights, known, range.from);
  const comparable = texts.within.filter(({ cluster }) => !news.clustersWithoutPast.includes(cluster));
  return { ...news, reasons: findNewReasons(comparable, texts.before) };
}
