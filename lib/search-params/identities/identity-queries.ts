import { queryOptions } from "@tanstack/react-query";
import { type Meaning, MOST_MEANINGS, printMeaning } from "@/lib/domain/parse/pasted/meaning";
import type { IdentityFinds } from "@/lib/domain/summarize/identities/identity-report";
import { fetchJson } from "../fetch-json";

/** How many names near a text are offered. */
export const NEAR_LIMIT = 8;
/** The front server takes no longer address. */
const LONGEST_QUERY = 7_500;
const LONGEST_TEXT = 256;
const STALE_MS = 30_000;

/** What is known of what a text may mean, and names near it. */
export function identityFindsQuery(tiers: readonly (readonly Meaning[])[]) {
  const query = printFindQuery(tiers);
  return queryOptions({
    queryKey: ["identities", query],
    queryFn: ({ signal }) => fetchJson<IdentityFinds>(`/api/v1/identities?${query}`, signal),
    staleTime: STALE_MS,
  });
}

/** The names near a text. */
export function nearIdentitiesQuery(text: string) {
  return identityFindsQuery([[{ kind: "username", value: text }]]);
}

/** Of the meanings those that an address has room for, in their order; the last one's value finds the names near. */
export function printFindQuery(tiers: readonly (readonly Meaning[])[]): string {
  const params = new URLSearchParams({ limit: String(NEAR_LIMIT) });
  const text = tiers.at(-1)?.[0]?.value ?? "";
  if (text !== "" && text.length <= LONGEST_TEXT) params.set("q", text);
  let left = LONGEST_QUERY - params.toString().length;
  for (const meaning of tiers.flat().slice(0, MOST_MEANINGS)) {
    const one = new URLSearchParams({ find: printMeaning(meaning) }).toString();
    if (one.length + 1 > left) continue;
    left -= one.length + 1;
    params.append("find", printMeaning(meaning));
  }
  return params.toString();
}
