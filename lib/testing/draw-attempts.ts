import { createHash } from "node:crypto";
import fc from "fast-check";
import { type Attempt, CALLER_CLASSES } from "../domain/correlate/attempt";
import { roleNameOf } from "../domain/identity/principal";
import type { AttemptFilter, FilterTerm } from "../domain/summarize/attempts/attempt-filter";

/** Where drawn attempts and filters lie: four days from here, of which two are whole days of UTC. */
export const START = Date.UTC(2026, 10, 2, 19);
export const HOURS = 77;

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const ROLES = ["Dev", "Ops", "team/Node"];
const NAMES = ["alice@example.com", "i-0abc", "", "Ops"];
const GROUPS = ["system:masters", "Developers", "a b"];

const caller = fc.record({
  role: oneOf(...ROLES),
  session: oneOf(...NAMES),
  key: oneOf("ASIAEXAMPLE1", "ASIAEXAMPLE2"),
});
const anAttempt = fc.record({
  at: fc.integer({ min: 0, max: HOURS * 60 - 1 }),
  cluster: oneOf("prod", "Staging"),
  class: oneOf(...CALLER_CLASSES),
  caller: fc.option(caller),
  granted: fc.option(fc.record({ username: oneOf("admin", "dev:alice"), groups: fc.subarray(GROUPS) })),
  error: oneOf("ARN is not mapped", "Token EXPIRED"),
});

/** `count` attempts of a small vocabulary, so that filters meet some of them; the same for the same seed. */
export function drawAttempts(count: number, seed: number): Attempt[] {
  return fc.sample(anAttempt, { numRuns: count, seed }).map(toAttempt);
}

function toAttempt(drawn: typeof anAttempt extends fc.Arbitrary<infer T> ? T : never, n: number): Attempt {
  const { role, session, key } = drawn.caller ?? { role: "", session: "", key: "" };
  const granted = drawn.caller === null ? null : drawn.granted;
  return {
    id: createHash("md5").update(String(n)).digest("hex"),
    timeMs: START + drawn.at * 60_000,
    cluster: drawn.cluster,
    decision: granted === null ? "denied" : "granted",
    class: drawn.class,
    caller:
      drawn.caller === null
        ? null
        : {
            arn: `arn:aws:sts::111122223333:assumed-role/${roleNameOf(role)}/${session}`,
            canonicalArn: `arn:aws:iam::111122223333:role/${role}`,
            accountId: "111122223333",
            uniqueId: `AROA${role}`,
            sessionName: session,
            accessKeyId: key,
          },
    kubernetes: granted === null ? null : { ...granted, uid: `aws-iam-authenticator:${role}` },
    error: granted === null ? drawn.error : null,
    stsEndpoint: "sts.eu-west-1.amazonaws.com",
    sts: drawn.at % 2 === 0 ? null : { eventId: `e${n}`, confidence: "keyed", alternatives: [] },
    evidence: [{ source: "authenticator", stream: "authenticator-1", eventId: String(n), recordId: `r${n}` }],
  };
}

/** What a search can say of them beside plain values; some of it fits none. */
const aTerm: fc.Arbitrary<FilterTerm> = fc
  .tuple(
    oneOf<Pick<FilterTerm, "key" | "pattern">>(
      { key: "decision", pattern: ["denied"] },
      { key: "class", pattern: ["n", ""] },
      { key: "class", pattern: ["person"] },
      { key: "origin", pattern: ["BO", ""] },
      { key: "cluster", pattern: ["prod"] },
      { key: "cluster", pattern: ["s", "g"] },
      { key: "cluster", pattern: ["%"] },
      { key: "username", pattern: ["", ""] },
      { key: "username", pattern: ["dev:", ""] },
      { key: "group", pattern: ["system:masters"] },
      { key: "group", pattern: ["", "_", ""] },
      { key: "group", pattern: ["DEV", ""] },
      { key: "role", pattern: ["", "e", ""] },
      { key: "session", pattern: ["", "@example.com"] },
      { key: "account", pattern: ["111122223333"] },
      { key: "reason", pattern: ["token-expired"] },
      { key: "reason", pattern: ["not", "mapped"] },
      { key: "reason", pattern: ["not-", ""] },
      { key: "address", pattern: ["192.0.2.", ""] },
      { key: "address", pattern: ["198.51.100.1"] },
      { key: "key", pattern: ["", "2"] },
      { key: "principal", pattern: ["arn:aws:iam::111122223333:role/Dev"] },
      { key: "principal", pattern: ["", "assumed-role/ops/", ""] },
      { key: "principal", pattern: ["AROAteam", ""] },
      { key: "text", pattern: ["ops"] },
      { key: "text", pattern: ["ar", "mapp"] },
      { key: "text", pattern: ["_"] },
    ),
    fc.boolean(),
  )
  .map(([term, excluded]) => ({ ...term, excluded }));

/** Filters over them; some values are asked for that no attempt has. */
export const aFilter: fc.Arbitrary<AttemptFilter> = fc.record({
  range: fc
    .tuple(fc.integer({ min: 0, max: HOURS * 60 }), fc.integer({ min: 1, max: HOURS * 60 }))
    .map(([from, length]) => ({ from: START + from * 60_000, to: START + (from + length) * 60_000 })),
  decision: fc.subarray(["granted", "denied"] as const),
  reason: fc.subarray(["token-expired", "not-mapped", "is expired"], { maxLength: 2 }),
  class: fc.subarray([...CALLER_CLASSES], { maxLength: 4 }),
  origin: fc.subarray(["bob", "alice@example.com", "absent"], { maxLength: 2 }),
  cluster: fc.subarray(["prod", "Staging", "absent"]),
  username: fc.subarray(["admin", "dev:alice"], { maxLength: 1 }),
  group: fc.subarray(GROUPS, { maxLength: 2 }),
  role: fc.subarray(["Dev", "Node"], { maxLength: 1 }),
  session: fc.subarray(["alice@example.com", "i-0abc", "Ops"], { maxLength: 2 }),
  account: fc.subarray(["111122223333", "444455556666"], { maxLength: 1 }),
  identity: oneOf(
    ...[null, null, null],
    { kind: "role", value: "arn:aws:iam::111122223333:role/Dev" },
    { kind: "role", value: "Ops" },
    { kind: "session", value: "Dev/alice@example.com" },
    { kind: "person", value: "alice@example.com" },
    { kind: "key", value: "ASIAEXAMPLE1" },
    { kind: "group", value: "a b" },
    { kind: "username", value: "admin" },
    { kind: "unique-id", value: "AROADev:i-0abc" },
    { kind: "account", value: "444455556666" },
  ),
  text: oneOf("", "", "OPS", "expired", "BOB", "asiaexample2", "stag", "%"),
  where: fc.oneof(fc.constant([]), fc.array(aTerm, { maxLength: 3 })),
  noise: oneOf("fold", "show"),
});
