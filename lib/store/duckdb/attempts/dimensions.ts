import { INTEGER, LIST, listValue, UTINYINT, VARCHAR } from "@duckdb/node-api";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import type { AttemptOrigin } from "@/lib/domain/correlate/chain/attempt-origin";
import { reasonOfDenial } from "@/lib/domain/explain/reasons/denial-reason";
import { roleNameOf } from "@/lib/domain/identity/principal";
import { type DimensionRow, DimensionTable } from "./dimension-table";
import { ORIGIN_TYPES, toOriginRow } from "../origins/origin-values";
import type { Writer } from "../writer";

export const DIMENSIONS = [
  "cluster",
  "caller",
  "session",
  "session_name",
  "kube_identity",
  "reason",
] as const;
export type DimensionName = (typeof DIMENSIONS)[number];

/** What of an attempt its dimensions say. */
type Dimensioned = Pick<Attempt, "cluster" | "caller" | "kubernetes" | "error">;

/** Who used a cluster, as whom. */
export type UseKeys = Pick<AttemptKeys, (typeof USE_DIMENSIONS)[number]>;
const USE_DIMENSIONS = ["cluster", "caller", "session_name", "kube_identity"] as const;

/** Integer keys of an attempt's values, one for each dimension: filters and counts work on them. */
export type AttemptKeys = Readonly<Record<DimensionName, number | null>>;

/**
 * Class as the lines show it, caller, session name, Kubernetes identity and origin that met: there are far fewer of them
 * than attempts. The origin is null until the session's chain was traced.
 */
export type Actor = Readonly<
  Record<"class", number> & Record<"caller" | "session_name" | "kube_identity" | "origin", number | null>
>;

/** The dimension tables of one store. */
export class Dimensions {
  readonly #tables: Readonly<Record<DimensionName, DimensionTable>> = {
    cluster: new DimensionTable("cluster", [VARCHAR, VARCHAR]),
    caller: new DimensionTable("caller", [VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR]),
    session: new DimensionTable("session", [VARCHAR, VARCHAR, VARCHAR, VARCHAR]),
    session_name: new DimensionTable("session_name", [VARCHAR]),
    kube_identity: new DimensionTable("kube_identity", [VARCHAR, LIST(VARCHAR), VARCHAR, VARCHAR]),
    reason: new DimensionTable("reason", [VARCHAR, VARCHAR, VARCHAR]),
  };
  readonly #actors = new DimensionTable("actor", [UTINYINT, INTEGER, INTEGER, INTEGER, INTEGER]);
  readonly #origins = new DimensionTable("origin", ORIGIN_TYPES);

  /** The keys of these attempts, in their order; values met for the first time are written. */
  keysOf(writer: Writer, attempts: readonly Attempt[]): Promise<AttemptKeys[]> {
    return this.#keysOf(writer, attempts, DIMENSIONS);
  }

  /** The same of uses: they belong to no session that is kept. */
  keysOfUses(writer: Writer, uses: readonly Omit<Dimensioned, "error">[]): Promise<UseKeys[]> {
    const rows = uses.map((use) => ({ ...use, error: null }));
    return this.#keysOf(writer, rows, USE_DIMENSIONS);
  }

  async #keysOf<Name extends DimensionName>(
    writer: Writer,
    rows: readonly Dimensioned[],
    names: readonly Name[],
  ): Promise<Readonly<Record<Name, number | null>>[]> {
    const keys = rows.map(() => ({}) as Record<Name, number | null>);
    for (const name of names) {
      const ids = await idsOf(this.#tables[name], writer, rows.map(ROW_OF[name]));
      for (const [i, id] of ids.entries()) (keys[i] as Record<Name, number | null>)[name] = id;
    }
    return keys;
  }

  /** null stands for an origin that is not known yet. */
  originIdsOf(writer: Writer, origins: readonly (AttemptOrigin | null)[]): Promise<(number | null)[]> {
    const rows = origins.map((origin) => (origin === null ? null : toOriginRow(origin)));
    return idsOf(this.#origins, writer, rows);
  }

  async actorIdsOf(writer: Writer, actors: readonly Actor[]): Promise<number[]> {
    return (await idsOf(this.#actors, writer, actors.map(toActorRow))) as number[];
  }

  forget(): void {
    for (const table of [...Object.values(this.#tables), this.#actors, this.#origins]) table.forget();
  }
}

/** In the order of the rows; values met for the first time are written. */
async function idsOf(
  table: DimensionTable,
  writer: Writer,
  rows: readonly (DimensionRow | null)[],
): Promise<(number | null)[]> {
  const distinct = new Map(rows.flatMap((row) => (row === null ? [] : [[row.key, row]])));
  const ids = await table.idsOf(writer, distinct);
  return rows.map((row) => (row === null ? null : (ids.get(row.key) ?? null)));
}

/** Its parts are integers already: put side by side they are the hash. Zero is no id, so it stands for none. */
function toActorRow(actor: Actor): DimensionRow {
  const ids = [actor.caller, actor.session_name, actor.kube_identity, actor.origin];
  const hash = ids.reduce<bigint>((sum, id) => (sum << ID_BITS) + BigInt(id ?? 0), BigInt(actor.class));
  return { key: String(hash), hash, values: [actor.class, ...ids] };
}

/** Ids are positive integers of 32 bits: four of them and a class are 127 bits. */
const ID_BITS = 31n;

const ROW_OF: Readonly<Record<DimensionName, (row: Dimensioned) => DimensionRow | null>> = {
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
  reason: ({ error }) =>
    error === null ? null : { key: error, values: [error, error.toLowerCase(), reasonOfDenial(error)] },
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
