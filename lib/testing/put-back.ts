import { renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { Database } from "@/lib/store/duckdb/database";
import { migrate } from "@/lib/store/duckdb/migrate";
import { SegmentFiles } from "@/lib/store/duckdb/segments/segment-files";
import { RawWriter } from "@/lib/store/duckdb/segments/write-raw";
import type { Writer } from "@/lib/store/duckdb/writer";

/** Puts a closed store back into the shape of a former version: what that version had no place for is gone. */
export async function putBack(path: string, version: number): Promise<void> {
  const former = `${path}.former`;
  const database = await Database.open(former, {});
  await migrate(database, new RawWriter(new SegmentFiles(join(dirname(path), "raw"))), version);
  await database.transaction(async (writer) => {
    await writer.run(`ATTACH '${path}' AS today (READ_ONLY)`);
    for (const [table, columns] of await sharedColumns(writer))
      await writer.run(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM today.${table}`);
  });
  await database.close();
  renameSync(former, path);
}

/** Of each table that both versions have. */
async function sharedColumns(writer: Writer): Promise<ReadonlyMap<string, string>> {
  const rows = await writer.rows(
    `SELECT f.table_name, string_agg(f.column_name, ', ') AS columns FROM duckdb_columns() f
      JOIN duckdb_columns() t ON t.table_name = f.table_name AND t.column_name = f.column_name
      WHERE t.database_name = 'today' AND f.database_name = current_database() AND f.table_name <> 'schema_version'
      GROUP BY f.table_name`,
  );
  return new Map(rows.map((row) => [String(row.table_name), String(row.columns)]));
}
