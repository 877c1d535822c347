import { describe, expect, it } from "vitest";
import { tellDeed, tellFacts, tellTarget } from "./audit-words";

describe("a line of the audit log in words", () => {
  it("says a deed that this version does not know by its name", () => {
    expect([tellDeed("share-opened"), tellDeed("of-a-later-gatebook")]).toEqual([
      "Opened a share",
      "of-a-later-gatebook",
    ]);
  });

  it("says once what it was done to", () => {
    expect(tellTarget("share-opened", "share 4f1c")).toBe("4f1c");
    expect(tellTarget("incident-changed", "incident 4f1c")).toBe("4f1c");
    expect(tellTarget("view", "attempt 4f1c")).toBe("attempt 4f1c");
  });

  it.each([
    ["started", { intact: 3, broken: false }, "the 3 lines before it are as they were written"],
    ["started", { intact: 3, broken: true }, "the 3 lines before it are as they were written · broken"],
    ["share-opened", { by: "link", leftOut: 4 }, "by link · left out 4"],
    ["view", { question: "explainAttempt" }, ""],
  ])("tells of %s what else is known", (deed, facts, words) => {
    expect(tellFacts(deed, facts)).toBe(words);
  });
});
