import { describe, expect, it } from "vitest";
import type { Evidence } from "@/lib/domain/summarize/evidence/evidence";
import { canonicalJson } from "./canonical-json";
import { documentHash } from "./document-hash";
import { freezeEvidence } from "./freeze-evidence";
import { sha256Of } from "./sha-256-of";
import { verifyEvidence } from "./verify-evidence";

const LINE =
  'level=info msg="access granted" arn="arn:aws:iam::111122223333:role/Payments" client="203.0.113.9:443" username=alice@example.com';
const COLLECTED = {
  kind: "attempt",
  title: "alice@example.com granted at payments-prod",
  content: {
    attempt: { cluster: "payments-prod", accountId: "111122223333", username: "alice@example.com" },
  },
  records: [{ recordId: "r1", kind: "line", text: LINE, note: null }],
} as const;
const FREEZING = {
  ...{ key: "0123456789abcdef", madeMs: Date.UTC(2026, 10, 27), sharedBy: "bob@example.com" },
  ...{ note: "Ask alice@example.com", view: "/attempts?username=alice%40example.com" },
} as const;

const freeze = (level: "R0" | "R1" | "R2", key: string = FREEZING.key) =>
  freezeEvidence(COLLECTED, { ...FREEZING, level, key });
const problems = (document: unknown) => verifyEvidence(document).filter(({ problem }) => problem !== null);

describe("evidence", () => {
  it.each(["R0", "R1", "R2"] as const)("holds at %s, and is the same of the same", (level) => {
    expect(problems(freeze(level))).toEqual([]);
    expect(freeze(level)).toEqual(freeze(level));
    expect(verifyEvidence(JSON.parse(JSON.stringify(freeze(level))))).toHaveLength(3);
  });

  it("keeps records as they came at R0, with their own hash", () => {
    const [record] = freeze("R0").records;
    expect(record).toMatchObject({ text: LINE, sha256: sha256Of(LINE), originalSeal: null });
    expect(freeze("R0").view).toBe(FREEZING.view);
  });

  it.each(["R1", "R2"] as const)(
    "tells at %s neither names nor a hash by which they can be tried",
    (level) => {
      const text = JSON.stringify(freeze(level));
      for (const hidden of [
        "alice@example",
        "alice%40",
        "bob@example",
        "111122223333",
        "203.0.113.9",
        sha256Of(LINE),
      ])
        expect(text).not.toContain(hidden);
      expect(freeze(level).records[0]?.originalSeal).not.toBe(
        freeze(level, "another").records[0]?.originalSeal,
      );
    },
  );

  it("tells at R2 no name at all, and no record", () => {
    const document = freeze("R2");
    expect(JSON.stringify(document)).not.toMatch(/payments/i);
    expect(document.records[0]).toMatchObject({ text: "", sha256: sha256Of("") });
    expect(freeze("R2", "another").title).not.toBe(document.title);
  });

  const base = freeze("R1");
  const record = { ...base.records[0], text: "other" };
  it.each([
    ["a title", { ...base, title: "mallory" }],
    ["a time", { ...base, madeMs: base.madeMs + 1 }],
    ["a level", { ...base, level: "R0" }],
    ["a fact", { ...base, content: { attempt: { cluster: "other" } } }],
    ["a record", { ...base, records: [record] }],
    ["no record", { ...base, records: [] }],
    ["a view", { ...base, view: "/x" }],
    ["a seal", { ...base, records: [{ ...base.records[0], originalSeal: null }] }],
    ["a field too many", { ...base, more: 1 }],
    ["a format to come", { ...base, format: 2 }],
    ["a hash", { ...base, sha256: "0".repeat(64) }],
  ])("does not hold with %s put in its place", (_what, document) => {
    expect(problems(document).length).toBeGreaterThan(0);
  });

  it("names the record whose text was changed, even where the document was hashed anew", () => {
    const changed = { ...base, records: [record] } as unknown as Evidence;
    expect(problems({ ...changed, sha256: documentHash(changed) }).map(({ what }) => what)).toEqual([
      "record r1",
    ]);
  });

  it.each([
    [null],
    [1],
    ["x"],
    [[]],
    [{}],
    [{ ...base, records: [null] }],
    [{ ...base, content: nested(100_000) }],
    [
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error("no");
          },
        },
      ),
    ],
  ])("is not taken for one, and nothing is thrown (%#)", (document) => {
    expect(problems(document).length).toBeGreaterThan(0);
  });

  it("has one text for one value", () => {
    expect(canonicalJson({ b: [1, { d: null, c: "é" }], a: undefined })).toBe('{"b":[1,{"c":"é","d":null}]}');
  });
});

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}
