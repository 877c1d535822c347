import { expect, test } from "vitest";
import type { Facets } from "@/lib/domain/summarize/attempts/attempt-counts";
import { FACET_NAMES } from "@/lib/domain/summarize/attempts/attempt-filter";
import { loadAttemptView } from "@/lib/search-params/attempts/load-attempt-view";
import { widerTerms } from "./wider-terms";

const NOW = Date.UTC(2026, 10, 25);
const values = [
  { value: "sso:Alice@example.com", count: 19 },
  { value: "sso:alice-admin", count: 2 },
  { value: "bob", count: 5 },
];
const none = { values: [], distinct: 0 };
const facets: Facets["facets"] = {
  ...(Object.fromEntries(FACET_NAMES.map((name) => [name, none])) as unknown as Facets["facets"]),
  username: { values, distinct: values.length },
};
const ask = (query: string) => widerTerms(loadAttemptView(new URLSearchParams(query), NOW).view, facets);

test("a part of names that was asked for whole, with how many hold it", () => {
  expect(ask("username=alice")).toEqual([
    {
      key: "username",
      literal: "alice",
      wider: { key: "username", pattern: ["", "alice", ""], excluded: false },
      names: 2,
      attempts: 21,
    },
  ]);
});

test("nothing where the name is there, where none holds it, where it is excluded, or too short", () => {
  for (const query of ["username=bob", "username=carol", "username=a", "role=alice", "where=-username:alice"])
    expect(ask(query)).toEqual([]);
});
