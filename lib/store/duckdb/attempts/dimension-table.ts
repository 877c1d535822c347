import { createHash } from "node:crypto";
import { type DuckDBType, type DuckDBValue, INTEGER, UHUGEINT } from "@duckdb/node-api";
import type { Writer } from "../writer";

/** What a dimension's row says: its key as text, and the values behind id and hash. */
export interface DimensionRow {
  readonly key: string;
  /** 128 bits that stand for the key; a hash of it where they are not given. */
  readonly hash?: bigint;
  readonly values: readonly DuckDBValue[];
}

/** Ids kept in memory; the rest is looked up by hash. */
const MOST_KNOWN = 50_000;

/**
 * Values ↔ integers. The table grows with the organisation, the memory does not. Rows are found by 128 bits of SHA-256
 * of their key: a caller chooses his session's name, and shorter hashes can be made to collide.
 */
export class DimensionTable {
  readonly #name: string;
  readonly #types: readonly DuckDBType[];
  #known = new Map<string, number>();
  #next: number | null = null;

  constructor(name: string, types: readonly DuckDBType[]) {
    this.#name = name;
    this.#types = types;
  }

  /** The ids of these rows, by key; rows that are new are written. */
  async idsOf(writer: Writer, rows: ReadonlyMap<string, DimensionRow>): Promise<ReadonlyMap<string, number>> {
    const unknown = [...rows.values()].filter(({ key }) => !this.#known.has(key));
    if (this.#known.size + unknown.length > MOST_KNOWN) this.forget();
    const wanted = this.#known.size === 0 ? [...rows.values()] : unknown;
    if (wanted.length > 0) await this.#learn(writer, wanted);
    return this.#known;
  }

  /** After a transaction that was taken back: what it wrote is not there. */
  forget(): void {
    this.#known = new Map();
    this.#next = null;
  }

  async #learn(writer: Writer, wanted: readonly DimensionRow[]): Promise<void> {
    const hashes = wanted.map(({ key, hash }) => hash ?? hashOf(key));
    const found = await writer.rows(
      `SELECT id, hash FROM ${this.#name} WHERE hash IN (SELECT unnest($hashes::UHUGEINT[]))`,
      { hashes },
    );
    const stored = new Map(found.map((row) => [row.hash as bigint, Number(row.id)]));
    const added: DuckDBValue[][] = [];
    for (const [i, { key, values }] of wanted.entries()) {
      const hash = hashes[i] as bigint;
      const id = stored.get(hash) ?? (await this.#nextId(writer));
      if (!stored.has(hash)) added.push([id, hash, ...values]);
      this.#known.set(key, id);
    }
    await this.#write(writer, added);
  }

  async #nextId(writer: Writer): Promise<number> {
    if (this.#next === null) {
      const [row] = await writer.rows(`SELECT coalesce(max(id), 0)::INTEGER AS last FROM ${this.#name}`);
      this.#next = Number(row?.last ?? 0) + 1;
    }
    return this.#next++;
  }

  async #write(writer: Writer, rows: readonly DuckDBValue[][]): Promise<void> {
    const types = [INTEGER, UHUGEINT, ...this.#types];
    await writer.append(
      this.#name,
      types,
      types.map((_, i) => rows.map((row) => row[i] ?? null)),
    );
  }
}

/** By which a row is found. */
export function hashOf(key: string): bigint {
  return BigInt(`0x${createHash("sha256").update(key, "utf8").digest("hex").slice(0, 32)}`);
}
