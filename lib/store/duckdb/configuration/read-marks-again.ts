import { readAuditEvent } from "@/lib/domain/parse/audit-event";
import { parseAuthenticatorLine } from "@/lib/domain/parse/authenticator-line";
import { marksOfAudit } from "@/lib/domain/parse/configuration-marks/marks-of-audit";
import { marksOfLine } from "@/lib/domain/parse/configuration-marks/marks-of-line";
import type { ConfigurationMark } from "@/lib/domain/parse/configuration-marks/configuration-mark";
import { DAY_MS } from "@/lib/domain/time/durations";
import { type RawText, readRaw } from "../segments/read-raw";
import type { RawWriter } from "../segments/write-raw";
import type { Writer } from "../writer";
import { writeMarksOf } from "./write-marks";

/** Log records that may tell of a configuration: lines that are no request, and writes of aws-auth, roles and bindings. */
const MAY_TELL = `(r.record_id IN (SELECT record_id FROM line WHERE type = 'other' AND time_ms >= $from AND time_ms < $to)
  OR r.record_id IN (SELECT record_id FROM kube_write WHERE record_ms >= $from AND record_ms < $to AND NOT denied
    AND (name = 'aws-auth' OR api_group = 'rbac.authorization.k8s.io')))`;

/** Reads the log records that a former version stored once more, for what they tell of configurations. */
export async function readMarksAgain(writer: Writer, { files }: RawWriter): Promise<void> {
  const days = await writer.rows(
    `SELECT DISTINCT floor(time_ms / ${DAY_MS}) * ${DAY_MS} AS day FROM raw ORDER BY day`,
  );
  for (const { day } of days) {
    const of = { from: Number(day), to: Number(day) + DAY_MS };
    const where = `r.time_ms >= $from AND r.time_ms < $to AND ${MAY_TELL}`;
    const records = await readRaw(writer, files, where, of);
    const told = records.map((record) => ({ record, marks: marksOf(record) }));
    await writeMarksOf(
      writer,
      told.flatMap(({ record: { sourceId, recordId, timeMs }, marks }) =>
        marks.map((mark) => ({
          cluster: null,
          mark,
          evidence: { sourceId, recordId, timeMs, requestId: null, eventId: null },
        })),
      ),
    );
  }
}

function marksOf({ text, timeMs }: RawText): ConfigurationMark[] {
  if (!text.startsWith("{")) return marksOfLine(parseAuthenticatorLine(text), timeMs);
  const reading = readAuditEvent(text);
  return reading.ok ? marksOfAudit(reading.event, text) : [];
}
