import { StoreError } from "@/lib/ports/store-error";
import type { Database } from "./database";
import { MIGRATIONS } from "./migrations";
import type { RawWriter } from "./segments/write-raw";

export const SCHEMA_VERSION = MIGRATIONS.length;

/**
 * Brings an older store up to date; gives the version it was of (0 = new). A kill half-way leaves a whole older version.
 * `upTo` makes an old one, for tests.
 */
export async function migrate(database: Database, raw: RawWriter, upTo = SCHEMA_VERSION): Promise<number> {
  await database.transaction((writer) =>
    writer.run("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER)"),
  );
  const [row] = await database.rows("SELECT max(version)::INTEGER AS version FROM schema_version");
  const version = Number(row?.version ?? 0);
  if (version > SCHEMA_VERSION) {
    throw new StoreError(
      "newer",
      `the data folder was written by a newer Gatebook (store version ${version}, this build knows ${SCHEMA_VERSION}): update Gatebook, or choose another folder with --data`,
    );
  }
  for (let next = version; next < upTo; next++) await runStep(database, raw, next);
  return version;
}

async function runStep(database: Database, raw: RawWriter, step: number): Promise<void> {
  await database.transaction(async (writer) => {
    for (const part of MIGRATIONS[step] ?? []) {
      if (typeof part === "string") await writer.run(part);
      else await part(writer, raw);
    }
    await writer.run("INSERT INTO schema_version VALUES ($version)", { version: step + 1 });
  });
}
