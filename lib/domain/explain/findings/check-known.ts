import type { KnownConfiguration } from "../configuration/known-configuration";
import { mappingsOf } from "../configuration/open-known";
import { checkAccessEntries } from "./access-entry-rules";
import { checkMappings } from "./check-mappings";
import type { ConfigurationFacts } from "./configuration-facts";
import type { Finding } from "./finding";
import { checkHolders } from "./holder-rules";
import { checkModes, checkShadowed, hasNodes } from "./mode-rules";
import { checkShared, checkStale } from "./fact-rules";

/**
 * All that is to be said of a cluster's configuration, by what is known of it and of what came of it: what the text of
 * aws-auth tells where it is read at all, and what only the whole tells. In the order of aws-auth's lines, then by principal;
 * the order of entries does not matter.
 */
export function checkKnown(known: KnownConfiguration, facts: ConfigurationFacts = {}): Finding[] {
  const mappings = mappingsOf(known);
  const entries = mappings.mode === "API" ? [] : (known.awsAuth?.entries ?? []);
  const ofText = checkMappings(entries).filter(({ code }) => code !== "no-node-entry" || !hasNodes(known));
  return [
    ...ofText,
    ...checkModes(known),
    ...checkShadowed(mappings),
    ...checkAccessEntries(known.accessEntries ?? []),
    ...checkHolders(mappings, entries),
    ...checkStale(mappings, facts),
    ...checkShared(mappings, facts),
  ].sort(byPlace);
}

/** What is of no line comes after; and always in the same order. */
function byPlace(a: Finding, b: Finding): number {
  return (
    lineOf(a) - lineOf(b) ||
    compare(a.principalArn ?? "", b.principalArn ?? "") ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  );
}

function lineOf({ place }: Finding): number {
  return place?.line ?? Number.MAX_SAFE_INTEGER;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
