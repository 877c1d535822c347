import { formatPlural } from "@/components/ui/format-count";
import type { LookupKey } from "@/lib/domain/correlate/lookups/lookup";
import type { AskedLookup, ChainLookups } from "@/lib/domain/summarize/chain/chain-lookups";

/** More places than these are counted, not named. */
const MOST_NAMED = 3;

/** What is being looked up, or what came of it, in one sentence; "" = nothing was asked for. */
export function lookupSentence({ state, asked, found, againMs }: ChainLookups): string {
  if (asked.length === 0) return "";
  if (state === "looking") {
    const open = asked.filter((one) => one.state === "looking");
    return `Looking in CloudTrail of ${placesIn(open.length > 0 ? open : asked)} …`;
  }
  const failed = asked.filter((one) => one.state === "failed");
  if (failed.length === asked.length) return `CloudTrail of ${placesIn(asked)} could not be read.`;
  const answered = asked.filter((one) => one.state !== "failed");
  const came = found === 0 ? "nothing new was found" : `${formatPlural(found, "event")} found`;
  const unread = failed.length === 0 ? "" : ` That of ${placesIn(failed)} could not be read.`;
  const later =
    againMs === null ? "" : " CloudTrail delivers some minutes late: this is looked up again by itself.";
  return `Looked in CloudTrail of ${placesIn(answered)}: ${came}.${unread}${later}`;
}

/** `111122223333 in eu-west-1 and us-east-1`, or how many they are. */
function placesIn(asked: readonly AskedLookup[]): string {
  const places = new Map<string, Set<string>>();
  for (const { accountId, region } of asked)
    places.set(accountId, (places.get(accountId) ?? new Set()).add(region));
  if (places.size > MOST_NAMED) return `${places.size} accounts`;
  return inWords([...places].map(([accountId, regions]) => `${accountId} in ${inWords([...regions])}`));
}

function inWords(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/** What was given, as the beginning of a sentence; the value follows. */
export const LOOKUP_WORDS: Readonly<Record<LookupKey, string>> = {
  "key-used": "what was called with key",
  issued: "what gave out",
  user: "what was called by",
  call: "calls of",
  service: "what was recorded by",
};

export function answerOf({ state, found }: AskedLookup): string {
  if (state === "looking") return "looking …";
  if (state === "failed") return "could not be read";
  return found === 0 ? "none" : formatPlural(found, "event");
}
