import { DOUBLE, VARCHAR } from "@duckdb/node-api";
import { addReading, type CoverageByAge } from "@/lib/domain/time/coverage-by-age";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { Row } from "../sql-values";
import type { Writer } from "../writer";

/** What was read of a source, by the age it had. */
export async function readCoverageByAge(writer: Writer, sourceId: string): Promise<CoverageByAge> {
  const rows = await writer.rows("SELECT * FROM coverage WHERE source_id = $id ORDER BY from_ms", {
    id: sourceId,
  });
  return toCoverageByAge(rows);
}

/** From rows in the order of their time. */
export function toCoverageByAge(rows: readonly Row[]): CoverageByAge {
  const coverage = new Map<number, TimeRange[]>();
  for (const row of rows) {
    const age = Number(row.age_ms);
    const ranges = coverage.get(age) ?? [];
    ranges.push({ from: Number(row.from_ms), to: Number(row.to_ms) });
    coverage.set(age, ranges);
  }
  return coverage;
}

/** Adds a stretch whose reading began at `startedMs` to what `known` says; writes only the ages it changes. */
export async function writeReading(
  writer: Writer,
  sourceId: string,
  known: CoverageByAge,
  reading: { readonly range: TimeRange; readonly startedMs: number },
): Promise<void> {
  const changed = [...addReading(known, reading.range, reading.startedMs)].filter(
    ([age, ranges]) => ranges !== known.get(age),
  );
  if (changed.length === 0) return;
  const ages = changed.map(([age]) => age);
  await writer.run("DELETE FROM coverage WHERE source_id = $id AND age_ms IN (SELECT unnest($ages))", {
    id: sourceId,
    ages,
  });
  const rows = changed.flatMap(([age, ranges]) => ranges.map(({ from, to }) => ({ from, to, age })));
  await writer.append(
    "coverage",
    [VARCHAR, DOUBLE, DOUBLE, DOUBLE],
    [
      rows.map(() => sourceId),
      rows.map(({ from }) => from),
      rows.map(({ to }) => to),
      rows.map(({ age }) => age),
    ],
  );
}
