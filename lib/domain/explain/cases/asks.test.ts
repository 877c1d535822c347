import { expect, it } from "vitest";
import { answerAsk } from "./answer-ask";
import { DENIAL_CASES } from "./denial-cases";
import { IDENTITY_CASES } from "./identity-cases";
import { LOCK_OUT_CASES } from "./lock-out-cases";

const ALL = [...DENIAL_CASES, ...LOCK_OUT_CASES, ...IDENTITY_CASES];

it.each(ALL)("ask $ask is answered: $about", (one) => {
  const { verdict, codes, findings, sentences } = answerAsk(one);
  expect({ verdict, codes }).toEqual({ verdict: one.verdict, codes: one.codes });
  expect(findings).toEqual(expect.arrayContaining([...(one.findings ?? [])]));
  expect(sentences).toContain(one.sentence);
});

it("at least 25 of the asks that concern access have a case", () => {
  expect(new Set(ALL.map(({ ask }) => ask)).size).toBeGreaterThanOrEqual(25);
});
