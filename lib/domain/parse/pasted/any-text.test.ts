import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { whatIsPasted } from "./what-is-pasted";

const ARN = "arn:aws:sts::111122223333:assumed-role/Dev/alice@example.com";
const GRANTED =
  'time="2026-01-02T03:04:05Z" level=info msg="access granted" arn="arn:aws:iam::111122223333:role/Dev" client="127.0.0.1:42414" groups="[system:masters]" method=POST path=/authenticate uid="aws-iam-authenticator:111122223333:AROAEXAMPLEDEV" username=eks-admin';

describe("any text at all", () => {
  it("gets an answer, and of bounded size", () => {
    const part = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom(
        GRANTED,
        ARN,
        'User "',
        'time="',
        '{"eventID":"',
        "[[[",
        "arn:",
        "session=",
        "\\",
        "\n",
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const pasted = whatIsPasted(parts.join(""));
        if (pasted.what !== "reading") return;
        expect(pasted.tiers.flat().length).toBeLessThan(200);
        for (const { value } of pasted.tiers.flat()) expect(value).not.toBe("");
      }),
      { seed: 5, numRuns: 2_000 },
    );
  });

  it.each([
    " ",
    '"',
    "(",
    "a=",
    "arn:",
    'time="msg=',
    'User "',
    "eyJ.",
    "k8s-aws-v1.",
    "{",
    "\n",
    "`'",
    "a/",
    ")",
    "a)",
    "]",
    "”",
    "secretaccesskey= ",
  ])(
    "is read in linear time: %j many times over",
    (part) => {
      // Quadratic time would take minutes here.
      whatIsPasted(part.repeat(Math.floor(262_000 / part.length)));
    },
    10_000,
  );
});
