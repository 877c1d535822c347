import { type DuckDBConnection, DuckDBDataChunk, type DuckDBType, type DuckDBValue } from "@duckdb/node-api";
import { OpenQuestions } from "./open-questions";
import { bind, type Params, type Row, select } from "./sql-values";

const CHUNK = 2048;

/** What a transaction may do. */
export class Writer {
  readonly #connection: DuckDBConnection;
  readonly #questions = new OpenQuestions();

  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  rows(sql: string, params: Params = {}): Promise<Row[]> {
    return this.#questions.ask(() => select(this.#connection, sql, params));
  }

  async run(sql: string, params: Params = {}): Promise<void> {
    const { values, types } = bind(params);
    await this.#questions.ask(() => this.#connection.run(sql, values, types));
  }

  /** Waits for what still runs; nothing more can be done. */
  end(): Promise<void> {
    return this.#questions.end();
  }

  /** Appends rows given as columns of equal length; lets others run between chunks. */
  append(
    table: string,
    types: readonly DuckDBType[],
    columns: readonly (readonly DuckDBValue[])[],
  ): Promise<void> {
    return this.#questions.ask(() => this.#append(table, types, columns));
  }

  async #append(
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
  const writer = new Writer(connection);
  try {
    const result = await work(writer);
    await connection.run("COMMIT");
    return result;
  } catch (error) {
    // What still runs would otherwise be written behind the ROLLBACK.
    await writer.end();
    // A lost instance takes nothing back, and keeps nothing either.
    await connection.run("ROLLBACK").catch(() => undefined);
    throw error;
  }
}
