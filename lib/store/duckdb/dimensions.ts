import { LIST, listValue, VARCHAR } from "@duckdb/node-api";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { roleNameOf } from "@/lib/domain/identity/principal";
import type { Writer } from "./database";
import { type DimensionRow, DimensionTable } from "./dimension-table";

export const DIMENSIONS = [
  "cluster",
  "caller",
  "session",
  "session_name",
  "kube_identity",
  "reason",
] as const;
export type DimensionName = (typeof DIMENSIONS)[number];

/** Integer keys of an attempt's values, one for each dimension: filters and counts work on them. */
export type AttemptKeys = Readonly<Record<DimensionName, number | null>>;

/** The dimension tables of one store. */
export class Dimensions {
  readonly #tables: Readonly<Record<DimensionName, DimensionTable>> = {
    cluster: new DimensionTable("cluster", [VARCHAR, VARCHAR]),
    caller: new DimensionTable("caller", [VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR]),
    session: new DimensionTable("session", [VARCHAR, VARCHAR, VARCHAR, VARCHAR]),
    session_name: new DimensionTable("session_name", [VARCHAR]),
    kube_identity: new DimensionTable("kube_identity", [VARCHAR, LIST(VARCHAR), VARCHAR, VARCHAR]),
    reason: new DimensionTable("reason", [VARCHAR, VARCHAR]),
  };

  /** The keys of these attempts, in their order; values met for the first time are written. */
  async keysOf(writer: Writer, attempts: readonly Attempt[]): Promise<AttemptKeys[]> {
    const keys = attempts.map(() => ({}) as Record<DimensionName, number | null>);
    for (const name of DIMENSIONS) {
      const rows = attempts.map(ROW_OF[name]);
      const distinct = new Map(rows.flatMap((row) => (row === null ? [] : [[row.key, row]])));
      const ids = await this.#tables[name].idsOf(writer, distinct);
      for (const [i, row] of rows.entries()) {
        (keys[i] as Record<DimensionName, number | null>)[name] =
          row === null ? null : (ids.get(row.key) ?? null);
      }
    }
    return keys;
  }

  forget(): void {
    for (const table of Object.values(this.#tables)) table.forget();
  }
}

const ROW_OF: Readonly<Record<DimensionName, (attempt: Attempt) => DimensionRow | null>> = {
  cluster: ({ cluster }) => ({ key: cluster, values: [cluster, cluster.toLowerCase()] }),
  caller: ({ caller }) => {
    if (caller === null) return null;
    const { canonicalArn, accountId, uniqueId } = caller;
    const role = canonicalArn === null ? "" : roleNameOf(canonicalArn);
    return rowOf([canonicalArn, accountId, uniqueId], [role]);
  },
  session: ({ caller }) =>
    caller === null ? null : rowOf([caller.arn, caller.sessionName, caller.accessKeyId], []),
  session_name: ({ caller }) => {
    const name = caller?.sessionName ?? "";
    return name === "" ? null : { key: name, values: [name] };
  },
  kube_identity: ({ kubernetes }) => {
    if (kubernetes === null) return null;
    const { username, groups, uid } = kubernetes;
    const values = [username, listValue([...groups]), uid, searchText([username, ...groups, uid])];
    return { key: JSON.stringify([username, groups, uid]), values };
  },
  reason: ({ error }) => (error === null ? null : { key: error, values: [error, error.toLowerCase()] }),
};

/** The key is what tells two apart; what follows from it is only stored. */
function rowOf(values: readonly (string | null)[], more: readonly string[]): DimensionRow {
  const all = [...values, ...more];
  return { key: JSON.stringify(values), values: [...all, searchText(all)] };
}

/** Lower case, so that a search needs no ILIKE. */
function searchText(values: readonly (string | null)[]): string {
  return values
    .filter((value) => value !== null)
    .join("\n")
    .toLowerCase();
}
