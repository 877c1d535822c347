import { existsSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";

const OPTIONS = { threads: "2", memory_limit: "512MB" };

export interface FlatTable {
  /** Runs the queries one after the other; gives the last one's rows. */
  ask(queries: readonly string[]): Promise<readonly Record<string, unknown>[]>;
  close(): void;
}

/** The attempts of a store in one table of plain columns, sorted by time, in a DuckDB file of its own. */
export async function openFlatTable(eventsPath: string, path: string): Promise<FlatTable> {
  if (!existsSync(path)) await makeFlatTable(eventsPath, path);
  const instance = await DuckDBInstance.create(path, { ...OPTIONS, access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  return {
    ask: async (queries) => {
      let rows: readonly Record<string, unknown>[] = [];
      for (const query of queries) rows = (await connection.runAndReadAll(query)).getRowObjectsJS();
      return rows;
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** For SQLite: one JSON array a row. The store must be closed. */
export async function writeFlatRows(flatPath: string, out: string): Promise<void> {
  const instance = await DuckDBInstance.create(flatPath, { ...OPTIONS, access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  await connection.run(`COPY (SELECT * FROM flat ORDER BY time_ms) TO '${out}' (FORMAT json)`);
  connection.closeSync();
  instance.closeSync();
}

async function makeFlatTable(eventsPath: string, path: string): Promise<void> {
  const instance = await DuckDBInstance.create(path, {
    threads: "2",
    memory_limit: "3GB",
    temp_directory: `${path}.tmp`,
  });
  const connection = await instance.connect();
  await connection.run(`ATTACH '${eventsPath}' AS e (READ_ONLY)`);
  await connection.run(`CREATE TABLE flat AS SELECT md5(a.rowid::VARCHAR) AS id, a.time_ms, a.granted,
      ['person', 'node', 'ci', 'workload', 'aws', 'root', 'unknown'][a.class + 1] AS class, cl.name AS cluster,
      c.canonical_arn AS caller, c.account_id AS account, nullif(c.role, '') AS role, s.arn, s.access_key_id,
      concat(s.arn, s.access_key_id) AS session, n.name AS session_name, k.username, k.groups, k.uid, r.error,
      concat_ws(chr(10), c.search, s.search, k.search, r.search, cl.search) AS search
    FROM e.attempt a JOIN e.cluster cl ON cl.id = a.cluster_id LEFT JOIN e.caller c ON c.id = a.caller_id
      LEFT JOIN e.session s ON s.id = a.session_id LEFT JOIN e.session_name n ON n.id = a.session_name_id
      LEFT JOIN e.kube_identity k ON k.id = a.kube_identity_id LEFT JOIN e.reason r ON r.id = a.reason_id
    ORDER BY a.time_ms`);
  await connection.run("CHECKPOINT");
  connection.closeSync();
  instance.closeSync();
}
