import type { CallerClass } from "@/lib/domain/correlate/attempt";
import type { IdentityKind, IdentityRef } from "@/lib/domain/identity/identity-ref";
import { readPrincipal } from "@/lib/domain/identity/principal";
import { codeOfClass } from "../attempts/attempt-codes";
import type { DimensionName } from "../attempts/dimensions";
import { isCalled, NAMED_ORIGIN } from "../directory/named-origin";
import type { Param } from "../sql-values";

export interface IdentitySql {
  /** Which attempts are an identity's, over `a`: attempts, or counts of them. */
  readonly condition: string;
  /** The same in two steps: which integers, and the column of `a` that holds them. */
  readonly ids: string;
  readonly idColumn: "actor_id" | "session_id";
  /** The same of actors, over `t`; null: actors know no session's key, and cannot tell. */
  readonly actor: string | null;
  /** The coarsest counts `n` that know it, by time, actor and reason, to stand after FROM. */
  readonly counts: string;
  /** Whether chains tell it, beside its own names. */
  readonly hasOrigin: boolean;
  readonly params: Readonly<Record<string, Param>>;
}

export function identitySql(identity: IdentityRef): IdentitySql {
  const { condition, params = { identity: identity.value } } = CONDITIONS[identity.kind](identity.value);
  const isKey = identity.kind === "key";
  const idColumn = isKey ? "session_id" : "actor_id";
  const ids = `SELECT t.id FROM ${isKey ? "session" : "actor"} t WHERE ${condition}`;
  return {
    condition: `a.${idColumn} IN (${ids})`,
    ids,
    idColumn,
    actor: isKey ? null : condition,
    counts: isKey ? "(SELECT time_ms, actor_id, reason_id, session_id, 1 AS n FROM attempt)" : "usage_day",
    hasOrigin: ORIGINS.has(identity.kind),
    params,
  };
}

/** Kinds that stand at the start of a chain. */
const ORIGINS: ReadonlySet<IdentityKind> = new Set(["person", "workload", "ci", "instance"]);

interface Condition {
  readonly condition: string;
  /** `$identity`, the value, where no others are named: all of them must occur in the condition. */
  readonly params?: Readonly<Record<string, Param>>;
}

/** Over actors, of a key over sessions. An ARN names one principal, a bare name those of all accounts. */
const CONDITIONS: Readonly<Record<IdentityKind, (value: string) => Condition>> = {
  person: () => ({
    condition: `(${isOrigin("person")} OR ${SESSION_NAME} OR ${of("caller", `role = $identity AND ${IS_USER}`)})`,
  }),
  role: (value) => ({
    condition: of("caller", value.startsWith("arn:") ? IS_ARN : `role = $identity AND ${IS_ROLE}`),
  }),
  user: (value) => ({
    condition: of("caller", value.startsWith("arn:") ? IS_ARN : `role = $identity AND ${IS_USER}`),
  }),
  root: () => ({ condition: of("caller", "account_id = $identity AND ends_with(canonical_arn, ':root')") }),
  "federated-user": () => ({ condition: of("caller", IS_ARN) }),
  session: ofSession,
  key: () => ({ condition: "t.access_key_id = $identity" }),
  "unique-id": ofUniqueId,
  username: () => ({ condition: of("kube_identity", "username = $identity") }),
  group: () => ({ condition: of("kube_identity", "list_contains(groups, $identity)") }),
  uid: () => ({ condition: of("kube_identity", "uid = $identity") }),
  account: () => ({ condition: of("caller", "account_id = $identity") }),
  instance: () => ({ condition: `(${isOrigin("node")} OR ${SESSION_NAME})` }),
  workload: () => ({
    condition: `(${isOrigin("workload")} OR ${of("kube_identity", "username = $identity")})`,
  }),
  ci: () => ({ condition: isOrigin("ci") }),
};

const SESSION_NAME = of("session_name", "name = $identity");
const IS_ARN = "canonical_arn = $identity";
const IS_ROLE = "contains(canonical_arn, ':role/')";
const IS_USER = "(contains(canonical_arn, ':user/') OR contains(canonical_arn, ':federated-user/'))";

function isOrigin(kind: CallerClass): string {
  return of("origin", `kind = ${codeOfClass(kind)} AND ${isCalled((column) => `${column} = $identity`)}`);
}

function of(dimension: DimensionName | "origin", condition: string): string {
  return `coalesce(t.${dimension}_id IN (SELECT id FROM ${dimension === "origin" ? NAMED_ORIGIN : dimension} WHERE ${condition}), false)`;
}

/** `…:assumed-role/role/session`, or `role/session` in any account. */
function ofSession(value: string): Condition {
  const principal = readPrincipal(value);
  const slash = value.indexOf("/");
  const name = principal?.sessionName ?? value.slice(slash + 1);
  const role = principal === null ? value.slice(0, Math.max(slash, 0)) : principal.canonical;
  const caller = of(
    "caller",
    principal === null ? `role = $identity AND ${IS_ROLE}` : "canonical_arn = $identity",
  );
  return {
    condition: `${caller} AND ${of("session_name", "name = $identity_session")}`,
    params: { identity: role, identity_session: name },
  };
}

/** `AROA…:session` is one session of it; the colon of `account:name` belongs to a federated user's id. */
function ofUniqueId(value: string): Condition {
  const colon = /^A\w+:/.exec(value)?.[0].length ?? 0;
  const condition = of("caller", "unique_id = $identity");
  if (colon === 0) return { condition };
  const params = { identity: value.slice(0, colon - 1), identity_session: value.slice(colon) };
  return { condition: `${condition} AND ${of("session_name", "name = $identity_session")}`, params };
}
