import type { KnownConfiguration } from "../configuration/known-configuration";
import { mappingsOf } from "../configuration/open-known";
import type { MappedCaller } from "../mapping/mapped-caller";
import { entryReasons } from "./entry-reasons";
import { listReasons } from "./list-reasons";
import type { DenialFacts, NotMappedReason } from "./not-mapped-reason";
import { wouldAdmitReasons } from "./would-admit-reasons";

/**
 * Why the authenticator said of a caller that the identity is not mapped, by the cluster's configuration of that time, the
 * likeliest first: an entry that lets him in and was not asked or not in force, then one that the authenticator passes over,
 * then one that was meant for him and names another ARN. Empty = there is simply no entry (`not-mapped`). What is not known of
 * the configuration gives no reason.
 */
export function whyNotMapped(
  caller: MappedCaller,
  known: KnownConfiguration,
  facts: DenialFacts = {},
): NotMappedReason[] {
  const mappings = mappingsOf(known);
  return [
    ...wouldAdmitReasons(caller, mappings, known, facts),
    ...listReasons(caller, mappings, known, facts),
    ...entryReasons(caller, mappings, known),
  ].sort((a, b) => rankOf(a) - rankOf(b));
}

/** What explains a denial alone comes before what may be meant for somebody else. */
const RANKS: readonly (readonly NotMappedReason["code"][])[] = [
  ["aws-auth-not-read", "access-entries-not-read", "access-entry-stale"],
  ["mapping-not-in-force"],
  ["list-key-misspelt", "entry-dropped", "list-unreadable"],
  ["role-path-in-aws-auth", "session-arn-in-aws-auth", "arn-with-blank"],
  ["arn-with-wildcard", "sso-suffix-changed", "sso-suffix-missing", "user-path-differs"],
  ["entry-for-other-partition"],
  ["entry-for-other-kind", "entry-for-other-account"],
];

/** A list that may or may not hold the caller's entry comes after an entry that is surely meant for him. */
function rankOf({ code, mistake }: NotMappedReason): number {
  const isGuess = mistake?.kind === "list" && !mistake.namesCaller;
  return isGuess ? RANKS.length - 1.5 : RANKS.findIndex((codes) => codes.includes(code));
}
