import { parseAuthenticatorLine } from "@/lib/domain/parse/authenticator-line";
import { readCloudTrailRecord } from "@/lib/domain/parse/cloudtrail-event";

const SEEDS = [
  'time="2026-01-02T03:04:05Z" level=info msg="STS response" accesskeyid=ASIAEXAMPLE accountid=111122223333 arn="arn:aws:sts::111122223333:assumed-role/Dev/jane@example.com" client="127.0.0.1:54812" method=POST path=/authenticate session=jane@example.com stsendpoint=sts.eu-west-1.amazonaws.com userid=AROAEXAMPLE',
  'time="2026-01-02T03:04:05Z" level=info msg="access granted" arn="arn:aws:iam::111122223333:role/Dev" client="127.0.0.1:54812" groups="[a b]" method=POST path=/authenticate uid="aws-iam-authenticator:111122223333:AROAEXAMPLE" username="dev:jane"',
  'time="2026-01-02T03:04:05Z" level=warning msg="access denied" client="127.0.0.1:1" error="input token was not properly formatted: parse \\"\\x01\\u200b\\U000e0001\\xff\\": x" method=POST path=/authenticate',
  '{"groups":["a b"],"level":"info","msg":"access granted","time":"2026-01-02T03:04:05Z","uid":"u","username":"n"}',
  '{"eventID":"1","eventName":"GetCallerIdentity","eventSource":"sts.amazonaws.com","eventTime":"2026-01-02T03:04:05Z","userIdentity":{"type":"AssumedRole","sessionContext":{"attributes":{"creationDate":"2026-01-02T03:04:05Z"}}}}',
  'Authenticator Version: "v0.7.18", "0123"',
];
const PIECES = [
  '"',
  "\\",
  "=",
  " ",
  "\n",
  "\u0000",
  "\\x",
  "\\u12",
  "[",
  "{",
  "}",
  "msg=",
  'msg="access granted"',
  "\ud800",
  "é",
  "__proto__=",
  "1e999",
];

export interface FuzzReport {
  readonly lines: number;
  readonly seed: number;
  readonly events: number;
  readonly rejects: number;
  readonly longestMs: number;
}

/** Mutates lines and reads each; throws when one is neither a record nor a reject with a position within it. */
export function fuzzLines(lines: number, seed: number): FuzzReport {
  const random = createRandom(seed);
  let events = 0;
  let longestMs = 0;
  for (let i = 0; i < lines; i++) {
    const text = mutate(random);
    const started = performance.now();
    if (isRead(text)) events++;
    longestMs = Math.max(longestMs, performance.now() - started);
  }
  return { lines, seed, events, rejects: lines - events, longestMs };
}

function isRead(text: string): boolean {
  const record = parseAuthenticatorLine(text);
  const trail = readCloudTrailRecord(text);
  const rejects = [record.kind === "text" ? record.reject : null, trail.ok ? null : trail.reject];
  for (const reject of rejects) {
    if (reject !== null && !(reject.position >= 0 && reject.position <= text.length)) {
      throw new Error(`a reject outside its text: ${JSON.stringify({ text, reject })}`);
    }
  }
  return rejects.includes(null);
}

type Random = (below: number) => number;

function mutate(random: Random): string {
  let text = SEEDS[random(SEEDS.length)] ?? "";
  for (let changes = random(5); changes > 0; changes--) {
    const at = random(text.length + 1);
    const piece =
      random(3) === 0 ? String.fromCharCode(random(0x10000)) : (PIECES[random(PIECES.length)] ?? "");
    text = text.slice(0, at) + piece.repeat(1 + random(3)) + text.slice(at + random(12));
  }
  return text;
}

/** mulberry32: small, fast, and the same everywhere. */
function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
