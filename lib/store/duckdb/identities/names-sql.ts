import type { IdentityKind } from "@/lib/domain/identity/identity-ref";
import { codeOfClass } from "../attempts/attempt-codes";
import { NAMED_ORIGIN, ORIGIN_NAME } from "../directory/named-origin";

const PERSON = `r.class = ${codeOfClass("person")}`;
/** Before its chain is known an actor is what its lines show. */
const IS_PERSON = `coalesce(r.kind, r.class) = ${codeOfClass("person")}`;
const NODE = `r.class = ${codeOfClass("node")}`;

/** What actors are called, kind by kind, over `r`. */
const VALUES: readonly (readonly [IdentityKind, string])[] = [
  ["person", `CASE WHEN r.kind = ${codeOfClass("person")} THEN r.origin END`],
  // Beside what its chain leads to, or before that is known.
  ["person", `CASE WHEN ${PERSON} AND r.session_name IS DISTINCT FROM r.origin THEN r.session_name END`],
  ["workload", `CASE WHEN r.kind = ${codeOfClass("workload")} THEN r.origin END`],
  ["ci", `CASE WHEN r.kind = ${codeOfClass("ci")} THEN r.origin END`],
  ["instance", `CASE WHEN ${NODE} AND regexp_matches(r.session_name, '^m?i-') THEN r.session_name END`],
  ["role", "CASE WHEN contains(r.canonical_arn, ':role/') THEN r.canonical_arn END"],
  ["user", "CASE WHEN contains(r.canonical_arn, ':user/') THEN r.canonical_arn END"],
  ["unique-id", "r.unique_id"],
  ["username", "r.username"],
  ["account", "r.account_id"],
];
const EACH = VALUES.map(([kind, value]) => `{kind: '${kind}', value: ${value}}`).join(", ");

/** WITH …: the table `names`, every name that is known with its attempts, of all and of `people`; `last` is a day. */
export const NAMES = `WITH u AS (SELECT actor_id, sum(n) AS n, max(time_ms) AS last FROM usage_day GROUP BY 1),
  r AS (SELECT u.n, u.last, t.class, caller.canonical_arn, caller.unique_id, caller.account_id,
      session_name.name AS session_name, kube_identity.username, kube_identity.groups, origin.kind,
      ${ORIGIN_NAME} AS origin
    FROM u JOIN actor t ON t.id = u.actor_id LEFT JOIN caller ON caller.id = t.caller_id
      LEFT JOIN session_name ON session_name.id = t.session_name_id
      LEFT JOIN kube_identity ON kube_identity.id = t.kube_identity_id
      LEFT JOIN ${NAMED_ORIGIN} origin ON origin.id = t.origin_id),
  v AS (SELECT unnest([${EACH}], recursive := true), n, last, ${IS_PERSON} AS is_person FROM r
    UNION ALL SELECT 'group', unnest(groups), n, last, ${IS_PERSON} FROM r),
  names AS (SELECT kind, value, sum(n)::DOUBLE AS n, max(last)::DOUBLE AS last,
      coalesce(sum(n) FILTER (is_person), 0)::DOUBLE AS people
    FROM v WHERE value <> '' GROUP BY 1, 2)`;
