import type { PlacedMark } from "@/lib/ports/configuration-store";
import { fromStoredId } from "../attempts/attempt-codes";
import type { Identified } from "../records/new-records";
import { requestId } from "../requests/write-requests";
import { textOrNull } from "../sql-values";
import type { Writer } from "../writer";
import { appendMarks, type MarkRow } from "./mark-rows";

const GROUP = /^\/aws\/eks\/(.+)\/cluster$/;

/** What new records of a source tell of the configuration of clusters. */
export async function writeMarks(
  writer: Writer,
  sourceId: string,
  fresh: readonly Identified[],
): Promise<void> {
  const told = fresh.filter(({ record }) => record.marks !== undefined);
  if (told.length === 0) return;
  const [source] = await writer.rows(
    "SELECT account_id, region, log_group FROM source WHERE id = $sourceId",
    {
      sourceId,
    },
  );
  const group = String(source?.log_group ?? "");
  const own = {
    accountId: textOrNull(source?.account_id),
    region: String(source?.region ?? ""),
    name: GROUP.exec(group)?.[1] ?? "",
  };
  const toRow = (of: Identified, { cluster, mark }: PlacedMark): MarkRow => ({
    cluster: cluster ?? own,
    mark: { ...mark, untilMs: mark.timeMs, evidence: evidenceOf(of, sourceId, group) },
  });
  await appendMarks(
    writer,
    told.flatMap((of) => (of.record.marks ?? []).map((placed) => toRow(of, placed))),
  );
}

function evidenceOf({ record, recordId }: Identified, sourceId: string, group: string) {
  const request = record.kind === "audit" ? (record.parsed?.request ?? null) : null;
  return {
    sourceId,
    recordId,
    timeMs: record.source.timeMs,
    requestId: request === null ? null : fromStoredId(requestId(group, request)),
    eventId: record.kind === "event" ? (record.parsed?.eventId ?? null) : null,
  };
}
