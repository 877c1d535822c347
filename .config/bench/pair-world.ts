import type { LineRecord } from "@/lib/domain/correlate/line-record";
import type { StsCandidate } from "@/lib/domain/correlate/sts-candidate";
import type { AccessGranted, StsResponse } from "@/lib/domain/parse/authenticator-record";

/** Lines and events of a fleet, each in order of time, as they come out of the store. */
export interface PairWorld {
  readonly lines: LineRecord[];
  readonly events: StsCandidate[];
  readonly keys: number;
  /** Attempts whose key was used again within ten seconds. */
  readonly dense: number;
}

/** How a key is used: attempts per burst, seconds between them, seconds between bursts. */
const HABITS = [
  { share: 0.55, name: "node", burst: 2, gap: 0.4, pause: 840 },
  { share: 0.3, name: "person", burst: 8, gap: 6, pause: 900 },
  { share: 0.13, name: "pipeline", burst: 40, gap: 1.5, pause: 3600 },
  { share: 0.02, name: "loop", burst: 900, gap: 1, pause: 1200 },
];
const CLUSTERS = 6;
const STREAMS = 3;
const ATTEMPTS_PER_KEY = 200;
const START = Date.UTC(2026, 10, 2);
/** Sessions start one after the other: more attempts mean a longer history, not a busier one. */
const KEYS_AT_ONCE = 400;

interface Use {
  readonly timeMs: number;
  readonly key: number;
}

export function createPairWorld(attempts: number): PairWorld {
  const random = createRandom(20261102);
  const keys = Math.ceil(attempts / ATTEMPTS_PER_KEY);
  const uses = usesOf(keys, random)
    .sort((a, b) => a.timeMs - b.timeMs)
    .slice(0, attempts);
  const [lines, events]: [LineRecord[], StsCandidate[]] = [[], []];
  const lastUse = new Map<number, number>();
  let dense = 0;
  for (const [n, use] of uses.entries()) {
    if (use.timeMs - (lastUse.get(use.key) ?? 0) < 10_000) dense++;
    lastUse.set(use.key, use.timeMs);
    lines.push(...linesOf(use, n, random));
    if (random() > 0.005) events.push(eventOf(use, n, random));
  }
  lines.sort((a, b) => a.timeMs - b.timeMs);
  events.sort((a, b) => a.timeMs - b.timeMs);
  return { lines, events, keys, dense };
}

function usesOf(keys: number, random: () => number): Use[] {
  const uses: Use[] = [];
  for (let key = 0; key < keys; key++) {
    const habit = habitOf(random());
    let timeMs = START + (key / KEYS_AT_ONCE) * 43_200_000 + random() * 43_200_000;
    for (let n = 1; n <= ATTEMPTS_PER_KEY; n++) {
      uses.push({ timeMs: Math.floor(timeMs), key });
      timeMs += (n % habit.burst === 0 ? habit.pause : habit.gap) * 1000 * (0.3 + 1.4 * random());
    }
  }
  return uses;
}

function habitOf(draw: number): (typeof HABITS)[number] {
  let rest = draw;
  for (const habit of HABITS) {
    rest -= habit.share;
    if (rest < 0) return habit;
  }
  return HABITS[0] as (typeof HABITS)[number];
}

// Literals, no spreads: objects with spreads are many times slower to read, and readers do not make such.
function linesOf({ timeMs, key }: Use, n: number, random: () => number): LineRecord[] {
  const number = Math.floor(random() * CLUSTERS);
  const cluster = `cluster-${number}`;
  const stream = `authenticator-${String(number * STREAMS + Math.floor(random() * STREAMS)).padStart(32, "0")}`;
  const client = `127.0.0.1:${30_000 + Math.floor(random() * 24) + 24 * (Math.floor(timeMs / 3_600_000) % 100)}`;
  const decidedMs = timeMs + (random() < 0.8 ? 0 : 1);
  return [
    {
      recordId: idOf(n, "s"),
      eventId: idOf(n * 17, "s"),
      cluster: fresh(cluster),
      stream: fresh(stream),
      timeMs,
      event: responseOf(key, client),
    },
    {
      recordId: idOf(n, "d"),
      eventId: idOf(n * 17, "d"),
      cluster: fresh(cluster),
      stream: fresh(stream),
      timeMs: decidedMs,
      event: grantOf(key, client),
    },
  ];
}

function responseOf(key: number, client: string): StsResponse {
  return {
    type: "sts-response",
    client: fresh(client),
    arn: fresh(`arn:aws:sts::111122223333:assumed-role/${roleOf(key)}/session-${key}@example.com`),
    accountId: fresh("111122223333"),
    userId: fresh(uniqueId(key)),
    sessionName: fresh(`session-${key}@example.com`),
    accessKeyId: fresh(accessKey(key)),
    stsEndpoint: fresh("sts.eu-west-1.amazonaws.com"),
  };
}

function grantOf(key: number, client: string): AccessGranted {
  return {
    type: "access-granted",
    client: fresh(client),
    arn: fresh(`arn:aws:iam::111122223333:role/${roleOf(key)}`),
    username: fresh(`admin:session-${key}-example.com`),
    groups: [fresh("system:masters")],
    uid: fresh(`aws-iam-authenticator:111122223333:${uniqueId(key)}`),
    stsEndpoint: fresh("sts.eu-west-1.amazonaws.com"),
  };
}

function eventOf({ timeMs, key }: Use, n: number, random: () => number): StsCandidate {
  return {
    recordId: idOf(n, "e"),
    eventId: fresh(`${hex(n)}-0000-4000-8000-${hex(n * 7)}0000`),
    timeMs: timeMs - 20 - Math.floor(random() * 280),
    timePrecision: "ms",
    region: fresh("eu-west-1"),
    accountId: fresh("111122223333"),
    accessKeyId: fresh(accessKey(key)),
    principalId: fresh(`${uniqueId(key)}:session-${key}@example.com`),
    arn: fresh(`arn:aws:sts::111122223333:assumed-role/${roleOf(key)}/session-${key}@example.com`),
    userAgent: fresh("Go-http-client/1.1"),
    stream: fresh("111122223333/eu-west-1"),
  };
}

function idOf(n: number, kind: string): string {
  return fresh(`${hex(n)}${kind}${hex(n * 31)}`);
}

function uniqueId(key: number): string {
  return `AROAEXAMPLE${String(key % 50).padStart(10, "0")}`;
}

function hex(n: number): string {
  return (Math.imul(n, 0x9e3779b1) >>> 0).toString(16).padStart(8, "0");
}

function roleOf(key: number): string {
  return `AWSReservedSSO_Team${key % 50}_0123456789abcdef`;
}

function accessKey(key: number): string {
  return `ASIAEXAMPLE${String(key).padStart(9, "0")}`;
}

/** A string of its own, as a reader of files or rows makes one per field: nothing is gained by equal references. */
function fresh(text: string): string {
  return Buffer.from(text, "latin1").latin1Slice();
}

/** mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
