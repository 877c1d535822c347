import { describe, expect, it } from "vitest";
import { EMPTY_VIEW } from "./attempt-view";
import { loadAttemptView } from "./load-attempt-view";
import { parseSavedViewQuery, savedViewQuery } from "./saved-view-query";

const NOW = Date.UTC(2026, 10, 27);
const FROM = Date.UTC(2026, 10, 20);

describe("the query of a saved view", () => {
  it.each([
    ["nothing", EMPTY_VIEW],
    ["a time that goes with the clock", { ...EMPTY_VIEW, range: "7d", decision: ["denied" as const] }],
    ["a time that stands", { ...EMPTY_VIEW, from: FROM, to: FROM + 3_600_000, cluster: ["a&b=c", "prod"] }],
    ["hostile text", { ...EMPTY_VIEW, q: "\u202e#?&%00<script>", username: ["__proto__"] }],
  ])("opens as what it was saved from: %s", (_what, view) => {
    const query = savedViewQuery(view);
    expect(query).toMatch(/(^|&)v=1$/);
    expect(query).not.toMatch(/[#<>\s]/);
    expect(loadAttemptView(new URLSearchParams(query), NOW)).toMatchObject({ view, problems: [] });
    expect(parseSavedViewQuery(query, NOW)).toEqual({ query });
  });

  it("is of today's version, whatever the address that was sent", () => {
    expect(parseSavedViewQuery("?range=7d", NOW)).toEqual({ query: "range=7d&v=1" });
  });

  it("of a version that is not known yet opens as the plain screen, which says so", () => {
    const { view, problems } = loadAttemptView(new URLSearchParams("decision=denied&v=99"), NOW);
    expect(view).toEqual(EMPTY_VIEW);
    expect(problems).toMatchObject([{ parameter: "v" }]);
  });
});
