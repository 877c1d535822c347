import { REQUEST_OUTCOMES, type RequestOutcome } from "@/lib/domain/correlate/kube-request";
import type { RequestFilter } from "@/lib/domain/summarize/request-filter";
import { LIST, type Listing, LISTING_OPTIONS, readListing } from "./listing-options";
import { readArguments } from "./read-arguments";

export interface RequestOptions extends Pick<Listing, "data" | "json" | "limit"> {
  readonly filter: RequestFilter;
}

const OPTIONS = {
  ...LISTING_OPTIONS,
  outcome: LIST,
  verb: LIST,
  resource: LIST,
  namespace: LIST,
  name: LIST,
  username: LIST,
  cluster: LIST,
} as const;

/** Reads the options of `gatebook requests`; a problem is one sentence for the person. */
export function readRequestOptions(
  args: readonly string[],
  nowMs: number,
): RequestOptions | { readonly problem: string } {
  const parsed = readArguments({ args: [...args], options: OPTIONS });
  if ("problem" in parsed) return parsed;
  const listing = readListing(parsed.values, nowMs);
  if ("problem" in listing) return listing;
  const { data, json, limit, range, text } = listing;
  const { verb, resource, namespace, name, username, cluster } = parsed.values;
  const outcome = parsed.values.outcome as RequestOutcome[];
  if (outcome.some((value) => !REQUEST_OUTCOMES.includes(value)))
    return { problem: `--outcome is ${REQUEST_OUTCOMES.join(" or ")}` };
  const filter = { range, text, outcome, verb, resource, namespace, name, username, cluster };
  return { data, json, limit, filter };
}
