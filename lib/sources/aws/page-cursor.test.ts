import { describe, expect, it } from "vitest";
import { firstCursor, nextCursor, readCursor, writeCursor } from "./page-cursor";

const RANGE = { from: 0, to: 1_000 };

describe("where a newest-first reading stands", () => {
  it("goes on behind the page, and asks anew below it where the token repeats", () => {
    const second = nextCursor(firstCursor(RANGE), "a", 700);
    expect(second).toEqual({ token: "a", to: 1_000, readDownTo: 700, restarts: 0 });
    expect(nextCursor(second, "a", 600)).toEqual({ token: null, to: 600, readDownTo: 600, restarts: 1 });
  });

  it("gives up on a token that repeats for ever, and never on one that brings records", () => {
    const readFor = (pages: number, recordsEach: number) => {
      let cursor = firstCursor(RANGE);
      for (let n = 0; n < pages; n++) cursor = nextCursor(cursor, "a", cursor.readDownTo - recordsEach);
      return cursor;
    };
    expect(() => readFor(20, 0)).toThrow("the same page again and again");
    expect(readFor(20, 1).readDownTo).toBe(980);
  });

  it("outlives a restart, and begins anew from text it cannot read", () => {
    const cursor = nextCursor(firstCursor(RANGE), "a", 700);
    expect(readCursor(writeCursor(cursor), RANGE)).toEqual(cursor);
    for (const text of [null, "", "{}", '{"token":1,"to":1,"readDownTo":1}', "[]", "null"]) {
      expect(readCursor(text, RANGE)).toEqual(firstCursor(RANGE));
    }
  });
});
