import { CALLER_CLASSES, type CallerClass, type Decision } from "@/lib/domain/correlate/attempt";
import { type AttemptFilter, NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import { addSearch } from "./add-search";
import { LIST, LISTING_OPTIONS, type Listing, readListing } from "./listing-options";
import { readArguments } from "./read-arguments";
import { ALWAYS } from "./time-options";

export interface AttemptOptions extends Pick<Listing, "data" | "json" | "limit"> {
  readonly csv: boolean;
  readonly filter: AttemptFilter;
}

const OPTIONS = {
  ...LISTING_OPTIONS,
  csv: { type: "boolean", default: false },
  "hide-noise": { type: "boolean", default: false },
  search: { type: "string", default: "" },
  decision: LIST,
  reason: LIST,
  class: LIST,
  origin: LIST,
  cluster: LIST,
  username: LIST,
  group: LIST,
  role: LIST,
  session: LIST,
  account: LIST,
} as const;

/** All attempts. */
export const EVERYTHING: AttemptFilter = {
  ...NO_FACETS,
  range: ALWAYS,
  text: "",
  noise: "show",
};

/** Reads the options of `gatebook attempts`; a problem is one sentence for the person. */
export function readAttemptOptions(
  args: readonly string[],
  nowMs: number,
): AttemptOptions | { readonly problem: string } {
  const parsed = readArguments({ args: [...args], options: OPTIONS });
  if ("problem" in parsed) return parsed;
  const { values } = parsed;
  const listing = readListing(values, nowMs);
  if ("problem" in listing) return listing;
  if (values.csv && values.json) return { problem: "give --csv or --json, not both" };
  const wrong = wrongValue(values);
  if (wrong !== null) return { problem: wrong };
  const { data, json, limit, range, text } = listing;
  const { reason, origin, cluster, username, group, role, session, account } = values;
  const filter = {
    ...{ range, text, reason, origin, cluster, username, group, role, session, account },
    decision: values.decision as Decision[],
    class: values.class as CallerClass[],
    noise: values["hide-noise"] ? ("fold" as const) : ("show" as const),
  };
  const narrowed = addSearch(filter, values.search);
  return "problem" in narrowed ? narrowed : { data, json, csv: values.csv, limit, filter: narrowed };
}

function wrongValue({ decision, class: classes }: { decision: string[]; class: string[] }): string | null {
  if (decision.some((value) => value !== "granted" && value !== "denied"))
    return "--decision is granted or denied";
  if (classes.some((value) => !(CALLER_CLASSES as readonly string[]).includes(value)))
    return `--class is one of ${CALLER_CLASSES.join(", ")}`;
  return null;
}
