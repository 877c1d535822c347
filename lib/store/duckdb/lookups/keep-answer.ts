import { DOUBLE, INTEGER, UHUGEINT } from "@duckdb/node-api";
import type { AnswerToStore } from "@/lib/ports/lookup-store";
import { hashOf } from "../attempts/dimension-table";
import type { RawWriter } from "../segments/write-raw";
import { makeSourceKnown } from "../sources/source-table";
import { writeRecords } from "../records/write-page";
import type { Writer } from "../writer";

/** Stores what an event history answered, and that it was asked; gives how many records were new. */
export async function keepAnswer(writer: Writer, raw: RawWriter, answer: AnswerToStore): Promise<number> {
  const { source, key, records, askedMs, untilMs } = answer;
  // A place that is only asked for single things: nothing is to be read of it, and nothing is claimed.
  await makeSourceKnown(writer, source, { from: askedMs, to: askedMs }, "looked-up");
  const { fresh } = await writeRecords(writer, raw, { sourceId: source.id, records });
  await writer.run(
    "UPDATE source SET records = records + $added, newest_ms = greatest(newest_ms, $newest) WHERE id = $id",
    {
      id: source.id,
      added: fresh.length,
      newest: fresh.reduce<number | null>(
        (max, { record }) => Math.max(max ?? 0, record.source.timeMs),
        null,
      ),
    },
  );
  await writer.run("DELETE FROM lookup_asked WHERE hash = $hash OR until_ms < $askedMs", {
    hash: hashOf(key),
    askedMs,
  });
  const types = [UHUGEINT, DOUBLE, DOUBLE, INTEGER];
  await writer.append("lookup_asked", types, [[hashOf(key)], [askedMs], [untilMs], [records.length]]);
  return fresh.length;
}
