import { parseInstant } from "../time/parse-instant";
import { readAuthenticatorEvent } from "./authenticator-event";
import type { AuthenticatorLine, AuthenticatorRecord } from "./authenticator-record";
import { type JsonLineResult, parseJsonLine } from "./json-line";
import { type LogfmtPairs, parseLogfmt } from "./logfmt";
import { readRequestLine } from "./request-line";

/**
 * One event of an `authenticator-…` log stream, of any version. Total: text that is no logfmt (version line, panics,
 * klog) comes back as text with the reason. A repeated key never replaces the first (facts: authenticator §1).
 */
export function parseAuthenticatorLine(text: string): AuthenticatorRecord {
  return readRequestLine(text) ?? readAnyLine(text);
}

/** The same by the general way, which knows no shapes. */
export function readAnyLine(text: string): AuthenticatorRecord {
  const read: JsonLineResult = text.startsWith("{") ? parseJsonLine(text) : parseLogfmt(text);
  if (!read.ok) return { kind: "text", text, reject: read.reject };
  const line = toLine(read.pairs, read.groups);
  if (line !== null) return line;
  return { kind: "text", text, reject: { position: 0, code: "missing-field", message: "no msg= field" } };
}

function toLine(pairs: LogfmtPairs, groups: readonly string[] | undefined): AuthenticatorLine | null {
  const fields = new Map<string, string>();
  const duplicates: { key: string; value: string }[] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    const key = pairs[i] ?? "";
    const value = pairs[i + 1] ?? "";
    if (fields.has(key)) duplicates.push({ key, value });
    else fields.set(key, value);
  }
  const msg = fields.get("msg");
  if (msg === undefined) return null;
  const time = fields.get("time") ?? "";
  const level = fields.get("level") ?? "";
  fields.delete("msg");
  fields.delete("time");
  fields.delete("level");
  const event = readAuthenticatorEvent(msg, fields, groups);
  return { kind: "line", time, timeMs: parseInstant(time), level, msg, fields, duplicates, event };
}
