import type { NewcomerKind } from "@/lib/domain/summarize/overview/overview";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { printInstantText } from "@/lib/search-params/instant-text";

/** Some attempts of a stretch of time, by parameters of the list. */
export function attemptsLink(
  { from, to }: TimeRange,
  query: readonly (readonly [name: string, value: string])[],
): string {
  const times = [
    ["from", printInstantText(Math.floor(from / 1000) * 1000)],
    ["to", printInstantText(Math.floor(to / 1000) * 1000 + 1000)],
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
