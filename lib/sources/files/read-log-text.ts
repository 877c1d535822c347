import { parseAuthenticatorLine } from "@/lib/domain/parse/authenticator-line";
import { parseInstant } from "@/lib/domain/time/parse-instant";
import type { SourceRecord } from "@/lib/ports/event-source";

/**
 * Plain authenticator lines, one a record. `aws logs tail` puts an instant and the stream before each; other lines
 * take their time from `time=`, and text without any (panics) the time of the line before. Empty when no line is one
 * of the authenticator's.
 */
export function readLogText(text: string, fileStream: string): SourceRecord[] {
  const records: SourceRecord[] = [];
  let timeMs: number | null = null;
  let known = 0;
  for (const line of text.split("\n")) {
    const whole = line.endsWith("\r") ? line.slice(0, -1) : line;
    if (whole === "") continue;
    const { prefixMs, stream, rest } = takePrefix(whole);
    const record = parseAuthenticatorLine(rest);
    if (record.kind === "line" && record.timeMs !== null) known++;
    timeMs = prefixMs ?? (record.kind === "line" ? record.timeMs : null) ?? timeMs;
    if (timeMs !== null) records.push({ stream: stream ?? fileStream, timeMs, text: rest, eventId: null });
  }
  return known === 0 ? [] : records;
}

/** `2026-01-02T03:04:05.678000+00:00 authenticator-… time=…` */
function takePrefix(line: string): { prefixMs: number | null; stream: string | null; rest: string } {
  const first = line.indexOf(" ");
  const prefixMs = first < 0 ? null : parseInstant(line.slice(0, first));
  if (prefixMs === null) return { prefixMs: null, stream: null, rest: line };
  const second = line.indexOf(" ", first + 1);
  const word = line.slice(first + 1, second < 0 ? undefined : second);
  if (!word.startsWith("authenticator-") || second < 0)
    return { prefixMs, stream: null, rest: line.slice(first + 1) };
  return { prefixMs, stream: word, rest: line.slice(second + 1) };
}
