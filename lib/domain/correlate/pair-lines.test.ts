import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scenario } from "@/lib/testing/scenario";
import type { LineRecord } from "./line-record";
import { pairLines } from "./pair-lines";
import type { PairedAttempt } from "./paired-attempt";

const PEOPLE = `
  who alice  role=Admin session=alice@example.com id=AROAADMIN
  who bob    role=Admin session=bob@example.com   id=AROAADMIN
  who carol  role=View  session=carol@example.com
  who fed    federated=build-7
  who dave   user=team/dave
`;

/** `granted-line ← its STS lines: session/key`, per attempt. */
function told(picture: string): string[] {
  const { attempts, unpaired } = pairLines(scenario(PEOPLE + picture).lines);
  const said = attempts.map((attempt) => {
    const { decision, caller } = attempt;
    const from =
      responsesOf(attempt)
        .map((line) => line.recordId)
        .join("|") || "nothing";
    return `${decision.recordId} ← ${from}: ${caller === null ? "nobody" : `${caller.sessionName}/${caller.accessKeyId}`}`;
  });
  return unpaired.length === 0
    ? said
    : [...said, `alone: ${unpaired.map((line) => line.recordId).join(" ")}`];
}

function responsesOf({ response, tangled }: PairedAttempt): readonly LineRecord[] {
  return response === null ? tangled : [response];
}

describe("pairLines", () => {
  it("pairs the STS response with the decision after it", () => {
    const picture = `
      12:00:01.000 prod sts     alice port=1 id=s
      12:00:01.000 prod granted alice port=1 id=d`;
    expect(told(picture)).toEqual(["d ← s: alice@example.com/ASIAEXAMPLEALICE"]);
  });

  it("keeps interleaved requests of one connection apart by principal", () => {
    const picture = `
      12:00:01.000 prod sts     alice port=1 id=s1
      12:00:01.001 prod sts     carol port=1 id=s2
      12:00:01.002 prod sts     fed   port=1 id=s3
      12:00:01.003 prod denied  carol port=1 id=d2
      12:00:01.004 prod granted fed   port=1 id=d3
      12:00:01.005 prod granted alice port=1 id=d1`;
    expect(told(picture)).toEqual([
      "d2 ← s2: carol@example.com/ASIAEXAMPLECAROL",
      "d3 ← s3: /ASIAEXAMPLEFED",
      "d1 ← s1: alice@example.com/ASIAEXAMPLEALICE",
    ]);
  });

  it("keeps only what is common where two people of one role cannot be told apart, until both are through", () => {
    const picture = `
      12:00:01.000 prod sts     alice port=1 id=s1
      12:00:01.001 prod sts     bob   port=1 id=s2
      12:00:01.002 prod granted alice port=1 id=d1
      12:00:01.003 prod granted bob   port=1 id=d2
      12:00:02.000 prod sts     bob   port=1 id=s3
      12:00:02.001 prod granted bob   port=1 id=d3`;
    expect(told(picture)).toEqual([
      "d1 ← s1|s2: null/null",
      "d2 ← s1|s2: null/null",
      "d3 ← s3: bob@example.com/ASIAEXAMPLEBOB",
    ]);
    const [first] = pairLines(scenario(PEOPLE + picture).lines).attempts;
    expect(first?.caller).toMatchObject({
      canonicalArn: "arn:aws:iam::111122223333:role/Admin",
      uniqueId: "AROAADMIN",
    });
  });

  it("does not care that equal requests interleave, nor that a decision is lost", () => {
    const picture = `
      12:00:01.000 prod sts     alice port=1 id=lost
      12:00:09.000 prod sts     alice port=1 id=s1
      12:00:09.001 prod granted alice port=1 id=d1`;
    expect(told(picture)).toEqual(["d1 ← s1: alice@example.com/ASIAEXAMPLEALICE", "alone: lost"]);
  });

  it("never pairs across clusters, streams, ports, principals, unique ids or a minute", () => {
    const picture = `
      12:00:01.000 prod    sts     alice port=1 id=s
      12:00:01.001 staging granted alice port=1 id=cluster
      12:00:01.001 prod    granted alice port=2 id=port
      12:00:01.001 prod    granted alice port=1 id=stream stream=authenticator-b
      12:00:01.001 prod    granted carol port=1 id=principal
      12:01:01.001 prod    granted alice port=1 id=time`;
    const { attempts } = pairLines(scenario(PEOPLE + picture).lines);
    expect(attempts.map(responsesOf)).toEqual([[], [], [], [], []]);
    const recreated = `
      who again role=Admin session=alice@example.com id=AROAAGAIN
      12:00:01.000 prod sts     alice port=1 id=s
      12:00:01.001 prod granted again port=1 id=d`;
    expect(told(recreated)).toEqual(["d ← nothing: null/null", "alone: s"]);
  });

  it("waits a minute for a slow look-up, and puts the response before a decision of the same millisecond", () => {
    const picture = `
      12:01:01.000 prod granted alice port=1 id=a-decision
      12:01:01.000 prod sts     alice port=1 id=z-response
      12:00:01.000 prod sts     carol port=2 id=slow
      12:01:01.000 prod granted carol port=2 id=late`;
    expect(told(picture)).toEqual([
      "a-decision ← z-response: alice@example.com/ASIAEXAMPLEALICE",
      "late ← slow: carol@example.com/ASIAEXAMPLECAROL",
    ]);
  });

  it("takes the caller from arn and uid where there is no STS response", () => {
    const picture = `
      12:00:01.000 prod granted fed   id=d1 prefix=heptio-authenticator-aws
      12:00:02.000 prod denied  dave  id=d2
      12:00:03.000 prod granted -     id=d3 as=eks:node-manager
      12:00:04.000 prod denied  -     id=d4 error="sts getCallerIdentity failed: x"`;
    const { attempts } = pairLines(scenario(PEOPLE + picture).lines);
    const none = { arn: null, sessionName: null, accessKeyId: null };
    expect(attempts.map((attempt) => attempt.caller)).toEqual([
      {
        ...none,
        canonicalArn: "arn:aws:sts::111122223333:federated-user/build-7",
        accountId: "111122223333",
        uniqueId: "111122223333:build-7",
      },
      {
        ...none,
        canonicalArn: "arn:aws:iam::111122223333:user/team/dave",
        accountId: "111122223333",
        uniqueId: null,
      },
      null,
      null,
    ]);
  });

  it("gives every decision one attempt and no response to two, in whatever order the lines come", () => {
    const step = fc.record({
      gap: fc.integer({ min: 0, max: 3 }),
      who: fc.constantFrom("alice", "bob", "carol"),
      port: fc.constantFrom(1, 2),
      what: fc.constantFrom("sts", "granted", "denied"),
    });
    const world = fc.array(step, { maxLength: 25 }).chain((steps) => {
      let ms = 0;
      const rows = steps.map(({ gap, who, port, what }) => {
        ms += gap;
        return `12:00:01.${String(ms).padStart(3, "0")} prod ${what} ${who} port=${port}`;
      });
      const { lines } = scenario(PEOPLE + rows.join("\n"));
      return fc.tuple(fc.constant(lines), fc.shuffledSubarray([...lines], { minLength: lines.length }));
    });
    fc.assert(
      fc.property(world, ([lines, shuffled]) => {
        const paired = pairLines(lines);
        expect(pairLines([...shuffled, ...shuffled])).toEqual(paired);
        expect(paired.attempts).toHaveLength(
          lines.filter((line) => line.event.type !== "sts-response").length,
        );
        expectOneToOne(paired.attempts.map(responsesOf));
      }),
      { seed: 20261102, numRuns: 300 },
    );
  });
});

/** A response stands alone with one decision, or in a tangle that has room for each of its decisions. */
function expectOneToOne(responses: readonly (readonly LineRecord[])[]): void {
  const sure = responses.filter((lines) => lines.length === 1).map(([line]) => line?.recordId);
  expect(new Set(sure).size).toBe(sure.length);
  const tangled = responses.filter((lines) => lines.length > 1);
  const inTangles = new Set(tangled.flat().map((line) => line.recordId));
  expect(tangled.length).toBeLessThanOrEqual(inTangles.size);
}
