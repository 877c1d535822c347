import { parseAuthenticatorLine } from "../authenticator-line";
import type { AuthenticatorEvent } from "../authenticator-record";
import type { Meaning } from "./meaning";
import { readArnOf } from "./read-caller";
import type { Reading } from "./reading";

/** More lines at once lead nowhere in particular. */
const MOST_LINES = 20;

/** Lines of the authenticator's log, with whatever a log viewer printed before each; null = there are none. */
export function readLines(text: string): Reading | null {
  const lines = text.split("\n", MOST_LINES).flatMap((line) => readLine(line) ?? []);
  if (lines.length === 0) return null;
  const telling = lines.filter(({ event }) => event.type !== "other");
  if (telling.length === 0) return null;
  const whole = telling.map(({ line }): Meaning => ({ kind: "line", value: line }));
  return { as: "line", tiers: [whole, ...telling.flatMap(({ event }) => callerOf(event))] };
}

interface PastedLine {
  readonly line: string;
  readonly event: AuthenticatorEvent;
}

function readLine(text: string): PastedLine | null {
  const start = text.indexOf('time="');
  if (start < 0 || !text.includes("msg=", start)) return null;
  const line = text.slice(start).trimEnd();
  const record = parseAuthenticatorLine(line);
  return record.kind === "line" ? { line, event: record.event } : null;
}

/** Who stands in the line, for when the line itself is not stored. */
function callerOf(event: AuthenticatorEvent): Meaning[][] {
  if (event.type === "other") return [];
  if (event.type === "access-denied") return readArnOf(event.arn);
  if (event.type === "access-granted") {
    return [
      [{ kind: "username", value: event.username }],
      [{ kind: "uid", value: event.uid }],
      ...readArnOf(event.arn),
    ];
  }
  return [[{ kind: "key", value: event.accessKeyId ?? "" }], ...readArnOf(event.arn)];
}
