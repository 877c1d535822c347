import { describe, expect, it } from "vitest";
import { readAuditEvent } from "./audit-event";
import { parseAuthenticatorLine } from "./authenticator-line";

const MIB = 1_048_576;
const DOUBLINGS = 4;
/** For each time that the text is twice as long: 2 where all is well, 4 where the time is the square. */
const MOST_GROWTH = 2.8;
const COSTS_NOTHING_MS = 5;

const HEAD = 'time="2026-01-02T03:04:05Z" level=warning msg="access denied" error=';
const PIECES = [
  "a",
  '"',
  '\\"',
  "\\",
  "\\x41",
  "=",
  " a=",
  ' a="',
  "\n",
  "{",
  '{"a":',
  "[",
  "[[",
  "é",
  "\u0000",
  "msg=x ",
];

const READERS = {
  "a line": (text: string) => parseAuthenticatorLine(HEAD + text),
  "a line's quoted text": (text: string) => parseAuthenticatorLine(`${HEAD}"${text}`),
  "an audit event": (text: string) => readAuditEvent(`{"kind":"Event","x":"${text}`),
} as const;

/** The least of three, of this process's own work: a busy machine does not count. */
function costOf(act: () => unknown): number {
  const costs = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...costs);
}

/** Proof P3 of docs/development.md. */
describe.each(Object.entries(READERS))("%s of a stranger's", (_what, read) => {
  it.each(PIECES)("is read in linear time, up to 4 MiB of %j", (piece) => {
    const textOf = (bytes: number) => piece.repeat(Math.ceil(bytes / piece.length));
    const [short, long] = [textOf((4 * MIB) / 2 ** DOUBLINGS), textOf(4 * MIB)];
    const [first, last] = [costOf(() => read(short)), costOf(() => read(long))];
    // Where it costs next to nothing, the ratio is that of chance.
    expect(last / Math.max(first, COSTS_NOTHING_MS)).toBeLessThan(MOST_GROWTH ** DOUBLINGS);
  });
});
