import { type DuckDBConnection, DuckDBDataChunk, type DuckDBType, type DuckDBValue } from "@duckdb/node-api";
import { bind, type Params, type Row, select } from "./sql-values";

const CHUNK = 2048;

/** What a transaction may do. */
export class Writer {
  readonly #connection: DuckDBConnection;

  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  rows(sql: string, params: Params = {}): Promise<Row[]> {
    return select(this.#connection, sql, params);
  }

  async run(sql: string, params: Params = {}): Promise<void> {
    const { values, types } = bind(params);
    await this.#connection.run(sql, values, types);
  }

  /** Appends rows given as columns of equal length; lets others run between chunks. */
  async append(
    table: string,
    types: readonly DuckDBType[],
    columns: readonly (readonly DuckDBValue[])[],
  ): Promise<void> {
    const count = columns[0]?.length ?? 0;
    if (count === 0) return;
    const appender = await this.#connection.createAppender(table);
    for (let from = 0; from < count; from += CHUNK) {
      const part = columns.map((column) => column.slice(from, from + CHUNK));
      const chunk = DuckDBDataChunk.create(types, part[0]?.length ?? 0);
      chunk.setColumns(part);
      appender.appendDataChunk(chunk);
      appender.flushSync();
      await new Promise((resolve) => setImmediate(resolve));
    }
    appender.closeSync();
  }
}

/** Runs `work` wholly, or takes all of it back. */
export async function transact<T>(
  connection: DuckDBConnection,
  work: (writer: Writer) => Promise<T>,
): Promise<T> {
  await connection.run("BEGIN TRANSACTION");
  try {
    const result = await work(new Writer(connection));
    await connection.run("COMMIT");
    return result;
  } catch (error) {
    // A lost instance takes nothing back, and keeps nothing either.
    await connection.run("ROLLBACK").catch(() => undefined);
    throw error;
  }
}
