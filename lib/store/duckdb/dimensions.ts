import { INTEGER, LIST, listValue, UTINYINT, VARCHAR } from "@duckdb/node-api";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { roleNameOf } from "@/lib/domain/identity/principal";
import { codeOfClass } from "./attempt-codes";
import { type DimensionRow, DimensionTable } from "./dimension-table";
import type { Writer } from "./writer";

export const DIMENSIONS = [
  "cluster",
  "caller",
  "session",
  "session_name",
  "kube_identity",
  "reason",
] as const;
export type DimensionName = (typeof DIMENSIONS)[number];

/**
 * Integer keys of an attempt's values, one for each dimension: filters and counts work on them. `actor` stands for
 * class, caller, session name and Kubernetes identity together: there are far fewer of them than attempts.
 */
export type AttemptKeys = Readonly<Record<DimensionName, number | null>> & { readonly actor: number };

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
  readonly #actors = new DimensionTable("actor", [UTINYINT, INTEGER, INTEGER, INTEGER]);

  /** The keys of these attempts, in their order; values met for the first time are written. */
  async keysOf(writer: Writer, attempts: readonly Attempt[]): Promise<AttemptKeys[]> {
    const keys = attempts.map(() => ({}) as ValueKeys);
    for (const name of DIMENSIONS) {
      const rows = attempts.map(ROW_OF[name]);
      const distinct = new Map(rows.flatMap((row) => (row === null ? [] : [[row.key, row]])));
      const ids = await this.#tables[name].idsOf(writer, distinct);
      for (const [i, row] of rows.entries()) {
        (keys[i] as ValueKeys)[name] = row === null ? null : (ids.get(row.key) ?? null);
      }
    }
    const actors = keys.map((key, i) => actorOf(codeOfClass((attempts[i] as Attempt).class), key));
    const ids = await this.#actors.idsOf(writer, new Map(actors.map((actor) => [actor.key, actor])));
    return keys.map((key, i) => ({ ...key, actor: ids.get((actors[i] as DimensionRow).key) as number }));
  }

  forget(): void {
    for (const table of [...Object.values(this.#tables), this.#actors]) table.forget();
  }
}

type ValueKeys = Record<DimensionName, number | null>;

/** Its parts are integers already: put side by side they are the hash. Zero is no id, so it stands for none. */
function actorOf(code: number, keys: ValueKeys): DimensionRow {
  const ids = [keys.caller, keys.session_name, keys.kube_identity];
  const hash = ids.reduce<bigint>((sum, id) => (sum << 32n) + BigInt(id ?? 0), BigInt(code));
  return { key: String(hash), hash, values: [code, ...ids] };
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
