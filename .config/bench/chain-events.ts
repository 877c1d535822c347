import type { Attempt } from "@/lib/domain/correlate/attempt";
import { readCredentials } from "@/lib/domain/correlate/chain/credentials";
import type { HopEvent } from "@/lib/domain/correlate/chain/hop-event";
import type { SessionStart } from "@/lib/domain/correlate/chain/session-start";
import { readUserIdentity } from "@/lib/domain/parse/user-identity";
import { sha256 } from "@/lib/store/duckdb/records/record-ids";
import { ACCOUNT, hopEvent, roleIdentity, roleIssued } from "@/lib/testing/trail-record";

const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 1);
const HOPS = 3;

const keyOf = (n: number, hop: number) => `ASIA${String(n).padStart(8, "0")}${hop}`;
const roleOf = (hop: number) => `Role${hop}`;
/** Ids are hashes: numbers in a row would be stored, and read, as no real ones are. */
const idOf = (text: string) => sha256(text).slice(0, 32);
const isoOf = (ms: number) => `${new Date(START + ms).toISOString().slice(0, 19)}Z`;

/** The records of the n-th session's chain: a user takes a role, that takes a role, that takes a role. */
export function eventsOf(n: number, timeMs: number): HopEvent[] {
  return Array.from({ length: HOPS }, (_, hop) => {
    const event = hopEvent({
      id: `${n}-${hop}`,
      event: "sts.amazonaws.com/AssumeRole",
      at: isoOf(timeMs + hop * MINUTE),
      identity: hop === 0 ? userOf(n) : roleIdentity(roleOf(hop - 1), `s${n}`, { key: keyOf(n, hop - 1) }),
      response: roleIssued(roleOf(hop), `s${n}`, keyOf(n, hop)),
    });
    return { ...event, recordId: idOf(`event ${n}-${hop}`) };
  });
}

/** The session at the end of it. */
export function deepSession(n: number, timeMs: number): SessionStart {
  const identity = roleIdentity(roleOf(HOPS - 1), `s${n}`, { key: keyOf(n, HOPS - 1) });
  const credentials = readCredentials({ identity: readUserIdentity(identity) });
  return { credentials, usedMs: START + timeMs + HOPS * MINUTE, confidence: "observed" };
}

/** The attempt that was made with it, as the log alone tells it. */
export function deepAttempt(n: number, timeMs: number): Attempt {
  const { credentials, usedMs } = deepSession(n, timeMs);
  const { arn, accountId, accessKeyId } = credentials;
  const role = roleOf(HOPS - 1);
  const canonicalArn = `arn:aws:iam::${accountId}:role/${role}`;
  const uniqueId = credentials.principalId?.split(":")[0] ?? null;
  return {
    id: idOf(`attempt ${n}`),
    timeMs: usedMs,
    cluster: "prod",
    decision: "granted",
    class: "unknown",
    caller: { arn, canonicalArn, accountId, uniqueId, sessionName: `s${n}`, accessKeyId },
    kubernetes: { username: role, groups: [], uid: "" },
    error: null,
    stsEndpoint: null,
    sts: null,
    evidence: [],
  };
}

function userOf(n: number) {
  const name = `user${n % 1_000}`;
  const arn = `arn:aws:iam::${ACCOUNT}:user/${name}`;
  return {
    type: "IAMUser",
    principalId: `AIDA${name}`,
    arn,
    accountId: ACCOUNT,
    accessKeyId: `AKIA${name}`,
    userName: name,
  };
}
