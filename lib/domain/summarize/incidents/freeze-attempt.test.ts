import { expect, it } from "vitest";
import { aFrozenAttempt } from "@/lib/testing/a-frozen-attempt";
import { explainReason } from "../../explain/explain-reason";
import type { AttemptDetail } from "../attempts/attempt-detail";
import { freezeAttempt } from "./freeze-attempt";

it("keeps an attempt's sentence, its reason and each record once, with the hash of its text", () => {
  const { attempt, sentence } = aFrozenAttempt(1, { decision: "denied", kubernetes: null });
  const event = { recordId: "b", eventId: "e", chosen: true, timeMs: 1, region: "eu-west-1" };
  const detail: AttemptDetail = {
    attempt,
    reason: explainReason("not-mapped"),
    ...{ otherReasons: [], mapping: null, notSeen: [], chain: {} as AttemptDetail["chain"] },
    lines: [{ recordId: "a", eventId: null, stream: "s", timeMs: 1, text: "line", note: null }],
    events: [{ ...event, sourceIp: null, userAgent: null, json: "{}", note: "cut" }],
    hopRecords: [
      { recordId: "b", eventId: "e", json: "{}", note: "cut" },
      { recordId: "c", eventId: "f", json: "", note: "It cannot be read." },
    ],
  };
  const frozen = freezeAttempt(detail, (text) => `hash of ${text}`);
  expect(frozen.sentence).toEqual(sentence);
  expect(frozen.reason?.code).toBe("not-mapped");
  expect(frozen.records).toEqual([
    { recordId: "a", eventId: null, kind: "line", text: "line", note: null, sha256: "hash of line" },
    { recordId: "b", eventId: "e", kind: "sts-event", text: "{}", note: "cut", sha256: "hash of {}" },
    { recordId: "c", eventId: "f", kind: "hop", text: "", note: "It cannot be read.", sha256: null },
  ]);
});
