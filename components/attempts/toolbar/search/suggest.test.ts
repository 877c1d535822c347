import { describe, expect, test } from "vitest";
import type { Facets } from "@/lib/domain/summarize/attempts/attempt-counts";
import { completeAt } from "@/lib/domain/summarize/attempts/search-language/complete-search";
import type { IdentityHit } from "@/lib/domain/summarize/identities/identity-report";
import { suggest } from "./suggest";

const counted = (...values: string[]) => ({
  values: values.map((value, i) => ({ value, count: 100 - i })),
  distinct: values.length,
});
const none = counted();
const facets: Facets["facets"] = {
  reason: counted("token-expired"),
  ...{ decision: none, class: none, origin: none, username: none, role: none, session: none, account: none },
  cluster: counted("prod", "preview"),
  group: counted("system:masters", "app team"),
};
const ALICE: IdentityHit = { kind: "person", value: "alice@example.com", attempts: 7, lastMs: 0 };
const offered = (text: string, near: readonly IdentityHit[] = []) =>
  suggest(completeAt(text, text.length), { facets, near }).map(({ insert, count }) =>
    `${insert} ${count ?? ""}`.trim(),
  );

describe("what is suggested", () => {
  test("an empty place: every key but text", () => {
    expect(offered("")).toContain("principal:");
    expect(offered("")).not.toContain("text:");
  });

  test("a word: keys that begin so, then values that hold it with their key and count, then names that are known", () => {
    expect(offered("pr")).toEqual(["principal:", "cluster:prod 100", "cluster:preview 99"]);
    expect(offered("ali", [ALICE])).toEqual(["identity:person:alice@example.com 7"]);
    expect(offered("user")).toEqual(["username:"]);
  });

  test("behind a key: its own values, quoted where a blank would end them, and names of its kind", () => {
    expect(offered("-cluster:(prod, ")).toEqual(["prod 100", "preview 99"]);
    expect(offered("group:TEAM")).toEqual(['"app team" 99']);
    expect(offered("session:ali", [ALICE])).toEqual(["alice@example.com 7"]);
    expect(offered("username:ali", [ALICE])).toEqual([]);
    expect(offered("reason:expired")).toEqual(["token-expired 100", "credentials-expired"]);
    expect(offered("identity:ali", [ALICE])).toEqual(["person:alice@example.com 7"]);
  });
});
