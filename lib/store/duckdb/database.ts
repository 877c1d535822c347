import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  LIST,
  listValue,
  UHUGEINT,
  VARCHAR,
} from "@duckdb/node-api";

/** A bound value: text, number, 128-bit number, or a list of texts or 128-bit numbers. */
export type Param = string | number | bigint | null | readonly string[] | readonly bigint[];
export type Params = Readonly<Record<string, Param>>;
export type Row = Readonly<Record<string, unknown>>;

/** Whatever can be asked. */
export interface Reader {
  rows(sql: string, params?: Params): Promise<Row[]>;
}

const CHUNK = 2048;

/**
 * One DuckDB file, held by one instance: two in a process would lose each other's rows. Writes go one after the other
 * over one connection; each read has a connection of its own.
 */
export class Database {
  readonly #instance: DuckDBInstance;
  readonly #writer: DuckDBConnection;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(instance: DuckDBInstance, writer: DuckDBConnection) {
    this.#instance = instance;
    this.#writer = writer;
  }

  static async open(path: string, options: Record<string, string>): Promise<Database> {
    const instance = await DuckDBInstance.create(path, options);
    return new Database(instance, await instance.connect());
  }

  async rows(sql: string, params: Params = {}): Promise<Row[]> {
    const connection = await this.#instance.connect();
    try {
      return await select(connection, sql, params);
    } finally {
      connection.closeSync();
    }
  }

  /** Every question of `work` sees the same state of the store. */
  async snapshot<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    const connection = await this.#instance.connect();
    try {
      await connection.run("BEGIN TRANSACTION READ ONLY");
      return await work({ rows: (sql, params) => select(connection, sql, params ?? {}) });
    } finally {
      connection.closeSync();
    }
  }

  /** Runs `work` alone and wholly, or not at all. */
  transaction<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
    const run = this.#queue.then(() => this.#transact(work));
    this.#queue = run.catch(() => undefined);
    return run;
  }

  /** Moves what the log holds into the file. */
  async checkpoint(): Promise<void> {
    const run = this.#queue.then(() => this.#writer.run("CHECKPOINT"));
    this.#queue = run.catch(() => undefined);
    await run;
  }

  async close(): Promise<void> {
    await this.#queue;
    this.#writer.closeSync();
    this.#instance.closeSync();
  }

  async #transact<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
    await this.#writer.run("BEGIN TRANSACTION");
    try {
      const result = await work(new Writer(this.#writer));
      await this.#writer.run("COMMIT");
      return result;
    } catch (error) {
      await this.#writer.run("ROLLBACK");
      throw error;
    }
  }
}

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

async function select(connection: DuckDBConnection, sql: string, params: Params): Promise<Row[]> {
  const { values, types } = bind(params);
  const reader = await connection.runAndReadAll(sql, values, types);
  return reader.getRowObjectsJS();
}

function bind(params: Params): { values: Record<string, DuckDBValue>; types: Record<string, DuckDBType> } {
  const values: Record<string, DuckDBValue> = {};
  const types: Record<string, DuckDBType> = {};
  for (const [name, value] of Object.entries(params)) {
    const isList = typeof value === "object" && value !== null;
    const element = typeof (isList ? value[0] : value) === "bigint" ? UHUGEINT : VARCHAR;
    values[name] = isList ? listValue([...value]) : value;
    if (isList) types[name] = LIST(element);
    else if (element === UHUGEINT) types[name] = UHUGEINT;
  }
  return { values, types };
}
