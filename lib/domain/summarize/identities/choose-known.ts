import { type Meaning, printMeaning } from "../../parse/pasted/meaning";
import type { FoundMeaning } from "./identity-report";

/** What a text leads to: what is known of the first tier of which anything is, each thing once. */
export function chooseKnown(
  tiers: readonly (readonly Meaning[])[],
  known: readonly FoundMeaning[],
): FoundMeaning[] {
  const byMeaning = new Map(known.map((found) => [found.asked, found]));
  const found = tiers.map((tier) => tier.flatMap((meaning) => byMeaning.get(printMeaning(meaning)) ?? []));
  const first = found.find((some) => some.length > 0) ?? [];
  const attempts = new Map(first.map((one) => [one.attemptId ?? one.asked, one]));
  return [...attempts.values()];
}
