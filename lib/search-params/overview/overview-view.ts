import { DAY_MS } from "@/lib/domain/time/durations";
import { DEFAULT_RANGE, parseRelativeRange } from "../parameters/relative-range";

/** What the overview's window menu offers. */
export const OVERVIEW_RANGES = ["8h", "24h", "3d", "7d"] as const;
const LONGEST_MS = 90 * DAY_MS;

/** The window of the overview, and what of its address was left out. */
export interface OverviewView {
  readonly range: string;
  readonly lastMs: number;
  readonly problems: readonly { readonly parameter: string; readonly message: string }[];
}

/** Reads the overview's address gently: what cannot be read is left out and named. Total. */
export function loadOverviewView(given: URLSearchParams): OverviewView {
  const unknown = [...new Set(given.keys())].filter((name) => name !== "range" && name !== "v");
  const ranges = given.getAll("range");
  const asked = ranges.length === 1 ? parseRelativeRange(ranges[0] ?? "") : null;
  const isSound = ranges.length === 0 || (asked !== null && asked <= LONGEST_MS);
  const range = isSound ? (ranges[0] ?? DEFAULT_RANGE) : DEFAULT_RANGE;
  const wrong = isSound ? [] : [problem("range", "must look like 8h or 7d, once, and 90 days at most")];
  return {
    range,
    lastMs: parseRelativeRange(range) ?? DAY_MS,
    problems: [...wrong, ...unknown.map((name) => problem(name, "is not known here"))],
  };
}

function problem(parameter: string, rest: string) {
  return { parameter, message: `Parameter "${parameter}" ${rest}.` };
}
