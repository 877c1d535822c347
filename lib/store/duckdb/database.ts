import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { OpenQuestions } from "./open-questions";
import { type Params, type Reader, type Row, type Snapshot, select } from "./sql-values";
import { transact, type Writer } from "./writer";

interface Session {
  readonly instance: DuckDBInstance;
  readonly writer: DuckDBConnection;
}

/**
 * One DuckDB file, held by one instance: two in a process would lose each other's rows. Writes go one after the other
 * over one connection; each read has a connection of its own. After a failure that DuckDB does not survive (a full disk
 * while it tidied up) the file is opened anew. Throws StoreError where disk or file are at fault.
 */
export class Database {
  readonly #open: () => Promise<Session>;
  readonly #failure: (error: unknown) => unknown;
  #session: Session;
  #isLost = false;
  #users = 0;
  #reopening: Promise<void> | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(open: () => Promise<Session>, session: Session, failure: (error: unknown) => unknown) {
    this.#open = open;
    this.#session = session;
    this.#failure = failure;
  }

  /** `failure`: what to throw for an error of DuckDB or of `work`. */
  static async open(
    path: string,
    options: Record<string, string>,
    failure: (error: unknown) => unknown = (error) => error,
  ): Promise<Database> {
    const open = async () => {
      const instance = await DuckDBInstance.create(path, options);
      return { instance, writer: await instance.connect() };
    };
    return new Database(open, await open(), failure);
  }

  rows(sql: string, params: Params = {}): Promise<Row[]> {
    return this.#read((reader) => reader.rows(sql, params));
  }

  /** Every question of `work` sees the same state of the store. Ends with the signal, and rejects with its reason. */
  snapshot<T>(work: (snapshot: Snapshot) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#read(async ({ rows }) => {
      await rows("BEGIN TRANSACTION READ ONLY");
      return work({
        rows,
        async keep(table, sql, params) {
          await rows(`CREATE TEMP TABLE ${table} AS ${sql}`, params);
        },
      });
    }, signal);
  }

  /** Runs `work` alone and wholly, or not at all. */
  transaction<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
    return this.#write((writer) => transact(writer, work));
  }

  /** Moves what the log holds into the file. While a question keeps a table of its own DuckDB does not: then it is left to the next. */
  async checkpoint(): Promise<void> {
    await this.#write((writer) => writer.run("CHECKPOINT").catch(passIfBusy));
  }

  async close(): Promise<void> {
    await this.#queue;
    closeSession(this.#session);
  }

  #read<T>(work: (reader: Reader) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#use(async ({ instance }) => {
      signal?.throwIfAborted();
      const connection = await instance.connect();
      const stopInterrupting = interruptWith(connection, signal);
      const questions = new OpenQuestions();
      const rows = (sql: string, params: Params = {}) =>
        questions.ask(async () => {
          signal?.throwIfAborted();
          return select(connection, sql, params);
        });
      try {
        return await work({ rows });
      } catch (error) {
        // What was interrupted fails in DuckDB's words.
        signal?.throwIfAborted();
        throw error;
      } finally {
        await questions.end();
        stopInterrupting();
        connection.closeSync();
      }
    });
  }

  #write<T>(work: (writer: DuckDBConnection) => Promise<T>): Promise<T> {
    const run = this.#queue.then(() => this.#use(({ writer }) => work(writer)));
    this.#queue = run.catch(() => undefined);
    return run;
  }

  async #use<T>(work: (session: Session) => Promise<T>): Promise<T> {
    try {
      if (this.#isLost) await this.#reopen();
      this.#users++;
      return await work(this.#session).finally(() => this.#users--);
    } catch (error) {
      if (isLoss(error)) this.#isLost = true;
      throw this.#failure(error);
    }
  }

  /** Once those are done whose questions fail with the lost instance. */
  #reopen(): Promise<void> {
    const reopen = async () => {
      while (this.#users > 0) await new Promise((resolve) => setImmediate(resolve));
      closeSession(this.#session);
      this.#session = await this.#open();
      this.#isLost = false;
    };
    this.#reopening ??= reopen().finally(() => {
      this.#reopening = null;
    });
    return this.#reopening;
  }
}

const INTERRUPT_AGAIN_MS = 5;

/** Again and again: one that falls between two steps of a question is lost. */
function interruptWith(connection: DuckDBConnection, signal: AbortSignal | undefined): () => void {
  let again: NodeJS.Timeout | undefined;
  const begin = () => {
    connection.interrupt();
    again = setInterval(() => connection.interrupt(), INTERRUPT_AGAIN_MS);
  };
  signal?.addEventListener("abort", begin);
  return () => {
    signal?.removeEventListener("abort", begin);
    clearInterval(again);
  };
}

function closeSession({ instance, writer }: Session): void {
  writer.closeSync();
  instance.closeSync();
}

function passIfBusy(error: unknown): void {
  if (!(error instanceof Error) || !error.message.includes("Cannot CHECKPOINT")) throw error;
}

/** DuckDB's words for an instance that answers nothing any more. */
function isLoss(error: unknown): boolean {
  return error instanceof Error && /^FATAL Error|has been invalidated/.test(error.message);
}
