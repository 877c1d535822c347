import { expect, test } from "vitest";
import { parseAttemptQuery } from "@/lib/search-params/attempts/parse-attempt-query";
import { endpoints } from "./api/endpoints";
import { toRawQuery } from "./to-raw-query";

const NOW = Date.UTC(2026, 10, 23, 12);

function parse(
  query: string,
  { query: extras, view }: (typeof endpoints)["searchRaw" | "reportPresentedTokens"],
) {
  return parseAttemptQuery(new URLSearchParams(query), NOW, extras, view);
}

function read(query: string) {
  const parsed = parse(query, endpoints.searchRaw);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return toRawQuery(parsed);
}

test("takes range, text, clusters, cursor and limit", () => {
  expect(read("range=6h&q=ASIAEXAMPLE1&cluster=prod&cluster=dev&cursor=1.ab&limit=20")).toEqual({
    range: { from: NOW - 6 * 3_600_000, to: NOW },
    text: "ASIAEXAMPLE1",
    cluster: ["dev", "prod"],
    cursor: "1.ab",
    limit: 20,
  });
  expect(read("q=x").limit).toBe(100);
});

test("what raw records do not know is refused and named", () => {
  for (const name of ["username", "decision", "noise", "buckets"]) {
    const parsed = parse(`q=x&${name}=denied`, endpoints.searchRaw);
    expect(parsed, name).toMatchObject({ ok: false, problems: [{ parameter: name }] });
  }
});

test("presented tokens are asked by time alone: every filter is refused and named", () => {
  expect(parse("range=24h&limit=12", endpoints.reportPresentedTokens)).toMatchObject({ ok: true, limit: 12 });
  for (const name of ["cluster", "username", "q", "noise", "cursor"]) {
    const parsed = parse(`range=24h&${name}=show`, endpoints.reportPresentedTokens);
    expect(parsed, name).toMatchObject({ ok: false, problems: [{ parameter: name }] });
  }
});
