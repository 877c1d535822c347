import { describe, expect, it } from "vitest";
import type { CallerClass } from "../correlate/attempt";
import type { AttemptOrigin, TracedAttempt } from "../correlate/chain/attempt-origin";
import { attemptSentence } from "./attempt-sentence";
import { nameBehind } from "./behind-it";
import { nameOf } from "./who-got-in";

const ATTEMPT = {
  id: "0",
  timeMs: 0,
  cluster: "prod",
  decision: "granted",
  class: "unknown",
  caller: {
    arn: "arn:aws:sts::111122223333:assumed-role/Deploy/s1",
    canonicalArn: "arn:aws:iam::111122223333:role/Deploy",
    accountId: "111122223333",
    uniqueId: "AROAEXAMPLE",
    sessionName: "s1",
    accessKeyId: "ASIAEXAMPLE",
  },
  kubernetes: { username: "deployer", groups: [], uid: "" },
  error: null,
  stsEndpoint: null,
  sts: null,
  evidence: [],
} as const;
const ALICE: AttemptOrigin = {
  kind: "person",
  name: "alice@example.com",
  nameFrom: "saml-subject",
  confidence: "keyed",
  userId: null,
  end: "origin",
};

const sentenceOf = (origin: AttemptOrigin | null) =>
  attemptSentence({ ...ATTEMPT, origin })
    .map(({ text }) => text)
    .join("");

describe("who is behind an attempt", () => {
  it("ends the sentence, where the one who came bears another name", () => {
    expect(sentenceOf(ALICE)).toBe(
      "Deploy/s1 got in to prod as deployer. Behind it is alice@example.com, a person.",
    );
    const sentence = attemptSentence({ ...ATTEMPT, decision: "denied", error: "no", origin: ALICE });
    expect(sentence.at(-2)).toEqual({ text: "alice@example.com", strong: true });
  });

  it("is probable where the chain was joined by time, and dotted where it is a claim", () => {
    expect(sentenceOf({ ...ALICE, confidence: "timed" })).toMatch(/Behind it is probably alice@example.com,/);
    const claimed = attemptSentence({ ...ATTEMPT, origin: { ...ALICE, confidence: "claimed" } });
    expect(claimed.at(-2)?.claimed).toBe(true);
  });

  it("is told by the user id where Identity Center tells no name", () => {
    const behind = nameBehind({ ...ATTEMPT, origin: { ...ALICE, name: null, userId: "d2c5f4e4-10a1" } });
    expect(behind?.text).toBe("d2c5f4e4-10a1");
  });

  it.each<[string, AttemptOrigin | null]>([
    ["nobody traced it", null],
    ["nothing names it", { ...ALICE, kind: "unknown", name: null }],
    ["it bears the same name", { ...ALICE, name: "Deploy/s1" }],
    ["its name is the session's", { ...ALICE, name: "s1", nameFrom: "session-name", confidence: "claimed" }],
  ])("is not told where %s", (_, origin) => {
    expect(nameBehind({ ...ATTEMPT, origin })).toBeNull();
    expect(sentenceOf(origin)).toBe("Deploy/s1 got in to prod as deployer.");
  });
});

it("shows a name that the caller chose as his word, whatever the chain leads to", () => {
  const caller = { ...ATTEMPT.caller, sessionName: "alice@example.com" };
  const node = { ...ALICE, kind: "node", name: "i-0abc", nameFrom: "session-name" } as const;
  const traced = (kind: CallerClass): TracedAttempt => ({ ...ATTEMPT, caller, origin: { ...node, kind } });
  for (const kind of ["node", "aws", "root", "person"] as const)
    expect(nameOf(traced(kind))).toEqual({
      text: "alice@example.com",
      claimed: true,
    });
});
