import { NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { EventStore } from "@/lib/ports/event-store";
import type { Attendance } from "@/lib/ports/overview-store";
import type { Viewer } from "@/lib/ports/viewer";

/** People and sessions at all clusters that may be seen together. */
export async function countPeople(
  range: TimeRange,
  { viewer, attendance }: { readonly viewer: Viewer; readonly attendance: readonly Attendance[] },
  store: Pick<EventStore, "countFacets">,
): Promise<{ readonly people: number; readonly sessions: number }> {
  const { clusters } = viewer;
  if (clusters === "all") {
    const { people = 0, sessions = 0 } = attendance.find(({ cluster }) => cluster === "") ?? {};
    return { people, sessions };
  }
  if (clusters.length === 0) return { people: 0, sessions: 0 };
  const filter = { ...NO_FACETS, cluster: clusters, range, text: "", noise: "fold" } as const;
  const { totals } = await store.countFacets(filter, 1);
  return { people: totals.people, sessions: totals.sessions };
}
