import { REQUEST_OUTCOMES, type RequestOutcome } from "@/lib/domain/correlate/kube-request";
import { REQUEST_SPANS, type RequestSpan } from "@/lib/domain/summarize/requests/asked-requests";
import type { RequestFilter } from "@/lib/domain/summarize/requests/request-filter";
import { LIST, LISTING_OPTIONS, type Listing, readListing } from "./listing-options";
import { readArguments } from "./read-arguments";

export interface RequestOptions extends Pick<Listing, "data" | "json" | "limit"> {
  readonly filter: RequestFilter;
  /** All requests around one attempt, read when it is asked for; null = the requests that are kept. */
  readonly asked: { readonly attempt: string; readonly span: RequestSpan } | null;
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
  attempt: { type: "string" },
  all: { type: "boolean", default: false },
  span: { type: "string" },
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
  const asked = readAsked(parsed.values);
  if (asked !== null && "problem" in asked) return asked;
  const filter = { range, text, outcome, verb, resource, namespace, name, username, cluster };
  return { data, json, limit, filter, asked };
}

interface GivenAsked {
  readonly attempt?: string | undefined;
  readonly all: boolean;
  readonly span?: string | undefined;
}

function readAsked({
  attempt,
  all,
  span = "15m",
}: GivenAsked): RequestOptions["asked"] | { problem: string } {
  if (attempt === undefined) return all ? { problem: "say of which attempt: --attempt ID --all" } : null;
  if (!all) return { problem: "add --all: requests around an attempt are read when they are asked for" };
  const known = REQUEST_SPANS.find((one) => one === span);
  return known === undefined
    ? { problem: `--span is ${REQUEST_SPANS.join(", ")}` }
    : { attempt, span: known };
}
