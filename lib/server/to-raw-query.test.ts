import { expect, test } from "vitest";
import { parseAttemptQuery } from "@/lib/search-params/parse-attempt-query";
import { toRawQuery } from "./to-raw-query";

const NOW = Date.UTC(2026, 10, 23, 12);

function read(query: string) {
  const parsed = parseAttemptQuery(new URLSearchParams(query), NOW, ["cursor", "limit"]);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return toRawQuery(parsed);
}

test("takes range, text, clusters, cursor and limit", () => {
  expect(read("range=6h&q=ASIAEXAMPLE1&cluster=prod&cluster=dev&cursor=1.ab&limit=20")).toEqual({
    range: { from: NOW - 6 * 3_600_000, to: NOW },
    text: "ASIAEXAMPLE1",
    cluster: ["prod", "dev"],
    cursor: "1.ab",
    limit: 20,
  });
  expect(read("q=x").limit).toBe(100);
});

test("names a filter that raw records do not know", () => {
  expect(() => read("q=x&username=jane")).toThrow(expect.objectContaining({ parameter: "username" }));
  expect(() => read("q=x&decision=denied")).toThrow(expect.objectContaining({ parameter: "decision" }));
});
