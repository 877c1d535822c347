import type { Facets } from "@/lib/domain/summarize/attempts/attempt-counts";
import {
  type AttemptFilter,
  type FacetName,
  NO_FACETS,
} from "@/lib/domain/summarize/attempts/attempt-filter";
import { DAY_MS } from "@/lib/domain/time/durations";
import type { TimeRange } from "@/lib/domain/time/time-range";

/** The last days before an end, beginning and ending within an hour. */
export function lastDays(days: number, endMs: number): AttemptFilter {
  const range: TimeRange = { from: endMs - days * DAY_MS + 1_234_567, to: endMs - 1_234_567 };
  return { ...NO_FACETS, range, text: "", noise: "fold" };
}

/** Filters that people ask for; their values are frequent ones. */
export function storeFilters(endMs: number, facets: Facets["facets"]): ReadonlyMap<string, AttemptFilter> {
  const all = lastDays(365, endMs);
  const value = (name: FacetName) => facets[name].values[1]?.value ?? "";
  return new Map([
    ["no filter", all],
    ["one cluster", { ...all, cluster: [value("cluster")] }],
    ["denied", { ...all, decision: ["denied"] }],
    ["one user", { ...all, username: [value("username")] }],
    ["one group", { ...all, group: [value("group")] }],
    ["last 30 days", lastDays(30, endMs)],
    ["last day", lastDays(1, endMs)],
    ["text", { ...all, text: value("session").slice(0, 6) }],
  ]);
}
