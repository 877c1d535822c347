import { type DuckDBType, type DuckDBValue, INTEGER, LIST, listValue, VARCHAR } from "@duckdb/node-api";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { roleNameOf } from "@/lib/domain/identity/principal";
import type { Writer } from "./database";

/** Integer keys of the attempts' values: filters and counts work on them. */
export interface AttemptKeys {
  readonly cluster: number;
  readonly caller: number | null;
  readonly session: number | null;
  readonly kubeIdentity: number | null;
  readonly reason: number | null;
}

type TableName = "cluster" | "caller" | "session" | "kube_identity" | "reason";
const KEY_COLUMN: Readonly<Record<TableName, string>> = {
  cluster: "name",
  caller: "key",
  session: "key",
  kube_identity: "key",
  reason: "key",
};
const TYPES: Readonly<Record<TableName, readonly DuckDBType[]>> = {
  cluster: [INTEGER, VARCHAR],
  caller: [INTEGER, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR],
  session: [INTEGER, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR],
  kube_identity: [INTEGER, VARCHAR, VARCHAR, LIST(VARCHAR), VARCHAR, VARCHAR],
  reason: [INTEGER, VARCHAR, VARCHAR],
};

/** The dimension tables as one transaction sees them. */
export class Dimensions {
  readonly #known = new Map<TableName, Map<string, number>>();
  readonly #added = new Map<TableName, DuckDBValue[][]>();

  static async load(writer: Writer): Promise<Dimensions> {
    const dimensions = new Dimensions();
    for (const table of Object.keys(KEY_COLUMN) as TableName[]) {
      const rows = await writer.rows(`SELECT id, ${KEY_COLUMN[table]} AS key FROM ${table}`);
      dimensions.#known.set(table, new Map(rows.map((row) => [String(row.key), Number(row.id)])));
    }
    return dimensions;
  }

  keysOf(attempt: Attempt): AttemptKeys {
    return {
      cluster: this.#id("cluster", attempt.cluster, []),
      caller: this.#caller(attempt.caller),
      session: this.#session(attempt.caller),
      kubeIdentity: this.#kubeIdentity(attempt.kubernetes),
      reason:
        attempt.error === null ? null : this.#id("reason", attempt.error, [attempt.error.toLowerCase()]),
    };
  }

  /** Writes what `keysOf` met for the first time. */
  async flush(writer: Writer): Promise<void> {
    for (const [table, rows] of this.#added) {
      const types = TYPES[table];
      const columns = types.map((_, i) => rows.map((row) => row[i] ?? null));
      await writer.append(table, types, columns);
    }
    this.#added.clear();
  }

  #caller(caller: Attempt["caller"]): number | null {
    if (caller === null) return null;
    const { canonicalArn, accountId, uniqueId } = caller;
    const role = canonicalArn === null ? "" : roleNameOf(canonicalArn);
    const values = [canonicalArn, accountId, uniqueId, role];
    return this.#id("caller", JSON.stringify([canonicalArn, accountId, uniqueId]), [
      ...values,
      searchText(values),
    ]);
  }

  #session(caller: Attempt["caller"]): number | null {
    if (caller === null) return null;
    const values = [caller.arn, caller.sessionName, caller.accessKeyId];
    return this.#id("session", JSON.stringify(values), [...values, searchText(values)]);
  }

  #kubeIdentity(identity: Attempt["kubernetes"]): number | null {
    if (identity === null) return null;
    const { username, groups, uid } = identity;
    const values = [username, listValue([...groups]), uid, searchText([username, ...groups, uid])];
    return this.#id("kube_identity", JSON.stringify([username, groups, uid]), values);
  }

  #id(table: TableName, key: string, values: readonly DuckDBValue[]): number {
    const known = this.#known.get(table) ?? new Map<string, number>();
    const present = known.get(key);
    if (present !== undefined) return present;
    const id = known.size + 1;
    known.set(key, id);
    this.#added.set(table, [...(this.#added.get(table) ?? []), [id, key, ...values]]);
    return id;
  }
}

/** Lower case, so that a search needs no ILIKE. */
function searchText(values: readonly (string | null)[]): string {
  return values
    .filter((value) => value !== null)
    .join("\n")
    .toLowerCase();
}
