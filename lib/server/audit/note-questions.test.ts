import { beforeEach, describe, expect, it } from "vitest";
import type { OwnAuditNote } from "@/lib/ports/own-audit-log";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import type { Asker } from "../access/asker";
import { type NoteQuestion, noteQuestions } from "./note-questions";

const LOCAL: Asker = { viewer: LOCAL_VIEWER, peer: null, sessionId: null };
const OTHER: Asker = { ...LOCAL, viewer: { ...LOCAL_VIEWER, kind: "person", id: "i|bob" } };
const RANGE = { from: 0, to: 1 };

describe("what is noted of questions", () => {
  let nowMs: number;
  let notes: OwnAuditNote[];
  let note: NoteQuestion;
  const noted = () => notes.map(({ deed, target }) => `${deed}: ${target}`);

  beforeEach(() => {
    nowMs = 0;
    notes = [];
    note = noteQuestions({ note: async (one) => void notes.push(one) }, { now: () => nowMs });
  });

  it.each<[string, unknown, string]>([
    ["explainAttempt", { id: "a1" }, "attempt a1"],
    ["explainRequest", { id: "r1" }, "request r1"],
    ["askRequests", { id: "a1" }, "all requests around attempt a1"],
    ["searchRaw", { text: 'x"y', cluster: ["prod"], range: RANGE }, 'raw lines "x\\"y" in prod'],
    ["reportIdentity", { kind: "username", value: "alice" }, "identity username:alice"],
    ["whoIsBehind", { cluster: "prod", name: "dev" }, 'who is behind "dev" in prod'],
    ["cutOff", { who: "alice", range: RANGE }, 'still in "alice"'],
  ])("%s is a view", async (question, query, target) => {
    await note(LOCAL, question, query, "done");
    expect(noted()).toEqual([`view: ${target}`]);
  });

  it.each(["countByTime", "searchAttempts", "reportHealth", "toString", "awaitStored"])(
    "%s is not",
    async (question) => {
      await note(LOCAL, question, {}, "done");
      expect(noted()).toEqual([]);
    },
  );

  it("a page's parts, asked again and again, are one view a minute, for each who looks", async () => {
    for (const question of ["explainAttempt", "traceChain", "explainAttempt"])
      await note(LOCAL, question, { id: "a1" }, "done");
    await note(OTHER, "explainAttempt", { id: "a1" }, "done");
    await note(LOCAL, "explainAttempt", { id: "a2" }, "done");
    expect(noted()).toEqual(["view: attempt a1", "view: attempt a1", "view: attempt a2"]);
    nowMs = 60_000;
    await note(LOCAL, "explainAttempt", { id: "a1" }, "done");
    expect(notes).toHaveLength(4);
  });

  it("what is refused is noted, whatever it asks", async () => {
    await note(OTHER, "searchRaw", { text: "x", cluster: [] }, "refused");
    await note(OTHER, "countByTime", {}, "refused");
    expect(noted()).toEqual(['access-refused: raw lines "x"', "access-refused: countByTime"]);
    expect(notes[0]).toMatchObject({ viewer: { id: "i|bob" }, outcome: "refused" });
  });

  it("what could not be noted is not taken for noted", async () => {
    let full = true;
    note = noteQuestions(
      {
        note: async (one) => {
          if (full) throw new Error("full");
          notes.push(one);
        },
      },
      { now: () => nowMs },
    );
    await expect(note(LOCAL, "explainAttempt", { id: "a1" }, "done")).rejects.toThrow("full");
    full = false;
    await note(LOCAL, "explainAttempt", { id: "a1" }, "done");
    expect(noted()).toEqual(["view: attempt a1"]);
  });
});
