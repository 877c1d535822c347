import type { LineRecord } from "@/lib/domain/correlate/line-record";
import { type StsCandidate, toStsCandidate } from "@/lib/domain/correlate/sts-candidate";
import { parseAuthenticatorLine } from "@/lib/domain/parse/authenticator-line";
import { readCloudTrailRecord } from "@/lib/domain/parse/cloudtrail-event";
import { printCallerIdentity } from "./scenario-event";
import { printAuthenticatorLine } from "./scenario-line";
import { readPerson, type ScenarioPerson } from "./scenario-person";
import { readRows, type ScenarioRow } from "./scenario-rows";

/** A picture, expanded to what AWS would have written and to what Gatebook reads of it. */
export interface Scenario {
  readonly lines: readonly LineRecord[];
  readonly events: readonly StsCandidate[];
  /** The log, line by line. */
  readonly logTexts: readonly string[];
  /** The CloudTrail records, one JSON each. */
  readonly recordTexts: readonly string[];
}

/**
 * ```
 * who alice role=AWSReservedSSO_Admin_0123456789abcdef session=alice@example.com
 * 12:00:00.900  cloudtrail  alice  id=e1
 * 12:00:01.000  prod  sts      alice  port=1
 * 12:00:01.000  prod  granted  alice  port=1  as=admin:alice-example.com  in=system:masters
 * 12:00:05.000  prod  denied   -      error="sts getCallerIdentity failed: …"
 * ```
 * A row is a time, a cluster (or `cloudtrail`), what was written, and by or for whom (`-`: nobody known). Times are of
 * 2026-11-02, UTC. Line options: `port`, `stream`, `endpoint`, `key`, `arn` (`none` takes the field out), `prefix`,
 * `as`, `in`, `error`, and `id` for the record's id; event options: see printCallerIdentity.
 */
export function scenario(picture: string): Scenario {
  const people = new Map<string, ScenarioPerson>();
  const built = {
    lines: [] as LineRecord[],
    events: [] as StsCandidate[],
    logTexts: [] as string[],
    recordTexts: [] as string[],
  };
  for (const row of readRows(picture)) {
    const [first, where, what, whom] = row.words;
    if (first === "who") people.set(where ?? "", readPerson(row));
    else if (where === "cloudtrail") {
      const text = printCallerIdentity(row, timeOf(row), personOf(people, row, what));
      built.recordTexts.push(text);
      const event = readEvent(row, text);
      if (event !== null) built.events.push(event);
    } else {
      const text = printAuthenticatorLine(
        row,
        timeOf(row),
        whom === "-" ? null : personOf(people, row, whom),
      );
      built.logTexts.push(text);
      built.lines.push(readLine(row, text));
    }
  }
  return built;
}

function personOf(people: ReadonlyMap<string, ScenarioPerson>, row: ScenarioRow, name = ""): ScenarioPerson {
  const person = people.get(name);
  if (person === undefined) throw new Error(`row ${row.number}: who is "${name}"?`);
  return person;
}

function timeOf(row: ScenarioRow): number {
  const timeMs = Date.parse(`2026-11-02T${row.words[0]}Z`);
  if (Number.isNaN(timeMs)) throw new Error(`row ${row.number}: "${row.words[0]}" is no time`);
  return timeMs;
}

function readLine(row: ScenarioRow, text: string): LineRecord {
  const record = parseAuthenticatorLine(text);
  if (record.kind !== "line" || record.event.type === "other")
    throw new Error(`row ${row.number}: not read: ${text}`);
  const cluster = row.words[1] ?? "";
  const stream = row.options.get("stream") ?? "authenticator-0123456789abcdef0123456789abcdef";
  const recordId = row.options.get("id") ?? `line-${String(row.number).padStart(3, "0")}`;
  return { recordId, eventId: `cw-${row.number}`, cluster, stream, timeMs: timeOf(row), event: record.event };
}

function readEvent(row: ScenarioRow, text: string): StsCandidate | null {
  const read = readCloudTrailRecord(text);
  if (!read.ok) throw new Error(`row ${row.number}: ${read.reject.message}`);
  const stream = `${read.record.recipientAccountId}/${read.record.region}`;
  return toStsCandidate(read.record, { recordId: `record-${String(row.number).padStart(3, "0")}`, stream });
}
