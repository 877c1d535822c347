import type { MarkEvidence } from "@/lib/domain/correlate/configuration/item-revision";
import type { ClusterAddress, PlacedMark } from "@/lib/ports/configuration-store";
import { fromStoredId } from "../attempts/attempt-codes";
import type { Identified } from "../records/new-records";
import { requestId } from "../requests/write-requests";
import { textOrNull } from "../sql-values";
import type { Writer } from "../writer";
import { appendMarks } from "./mark-rows";

/** What new records of a source tell of the configuration of clusters. */
export async function writeMarks(
  writer: Writer,
  { sourceId, group }: { readonly sourceId: string; readonly group: string },
  fresh: readonly Identified[],
): Promise<void> {
  const told = fresh.flatMap((of) =>
    (of.record.marks ?? []).map((placed) => ({ ...placed, evidence: evidenceOf(of, sourceId, group) })),
  );
  await writeMarksOf(writer, told);
}

/** A mark with the record that tells it. */
interface ToldMark extends PlacedMark {
  readonly evidence: MarkEvidence;
}

/** Stores marks; one that names no cluster is of the cluster whose log its source is. */
export async function writeMarksOf(writer: Writer, told: readonly ToldMark[]): Promise<void> {
  if (told.length === 0) return;
  const owners = await ownersOf(writer, [...new Set(told.map(({ evidence }) => evidence.sourceId))]);
  const rows = told.flatMap(({ cluster, mark, evidence }) => {
    const owner = cluster ?? owners.get(evidence.sourceId) ?? null;
    return owner === null ? [] : [{ cluster: owner, mark: { ...mark, untilMs: mark.timeMs, evidence } }];
  });
  await appendMarks(writer, rows);
}

const GROUP = /^\/aws\/eks\/(.+)\/cluster$/;

/** The clusters whose logs these sources are, as AWS knows them. */
async function ownersOf(writer: Writer, ids: readonly string[]): Promise<Map<string, ClusterAddress>> {
  const rows = await writer.rows(
    "SELECT id, account_id, region, log_group FROM source WHERE id IN (SELECT unnest($ids))",
    { ids },
  );
  return new Map(
    rows.map((row) => [
      String(row.id),
      {
        accountId: textOrNull(row.account_id),
        region: String(row.region ?? ""),
        name: GROUP.exec(String(row.log_group))?.[1] ?? "",
      },
    ]),
  );
}

function evidenceOf({ record, recordId }: Identified, sourceId: string, group: string): MarkEvidence {
  const request = record.kind === "audit" ? (record.parsed?.request ?? null) : null;
  return {
    sourceId,
    recordId,
    timeMs: record.source.timeMs,
    requestId: request === null ? null : fromStoredId(requestId(group, request)),
    eventId: record.kind === "event" ? (record.parsed?.eventId ?? null) : null,
  };
}
