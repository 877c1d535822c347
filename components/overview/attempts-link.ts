import type { NewcomerKind } from "@/lib/domain/summarize/overview/overview";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { wholeSeconds } from "@/lib/domain/time/whole-seconds";
import { printInstantText } from "@/lib/search-params/parameters/instant-text";

/** Some attempts of a stretch of time, by parameters of the list. */
export function attemptsLink(
  range: TimeRange,
  query: readonly (readonly [name: string, value: string])[],
): string {
  const { from, to } = wholeSeconds(range);
  const times = [
    ["from", printInstantText(from)],
    ["to", printInstantText(to)],
  ];
  return `/attempts?${new URLSearchParams([...times, ...query.map(([name, value]) => [name, value])])}`;
}

/** The parameter by which the list is narrowed to somebody new. */
export const NEWCOMER_PARAMETERS: Readonly<Record<NewcomerKind, string>> = {
  person: "origin",
  role: "role",
  username: "username",
  group: "group",
};
