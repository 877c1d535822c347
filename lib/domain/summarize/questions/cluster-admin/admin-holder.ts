import type { ConfigurationAt } from "../../../explain/configuration/configuration-at";
import { accessOf, mappingsOf } from "../../../explain/configuration/open-known";
import { mappingThatLetIn } from "../../../explain/mapped/mapping-that-let-in";
import type { BackEndKind } from "../../../explain/mapping/back-end-modes";
import { openConfiguration } from "../../../explain/mapping/open-configuration";
import { adminGrants } from "../../../explain/questions/cluster-admin/admin-grants";
import { indexAccess } from "../../../explain/reach/cluster-access";
import type { GrantSource } from "../../../explain/reach/grant";
import type { MappingEntry } from "../../../parse/mappings/mapping-entry";
import type { EpochMs } from "../../../time/time-range";
import { type Comer, comerOf, type Entrance } from "../entrances/entrance";
import { mappingKey } from "../entrances/mapping-key";

/** Somebody who came in with all rights, by one principal. */
export interface AdminHolder extends Comer {
  /** null: the log does not say. */
  readonly canonicalArn: string | null;
  readonly sessionNames: readonly string[];
  readonly usernames: readonly string[];
  readonly by: readonly GrantSource[];
  /** What let him in the last time; null = no mapping that is known gives it. `entry`: null = the whole account is mapped. */
  readonly mapping: { readonly backEnd: BackEndKind; readonly entry: MappingEntry | null } | null;
  /** By `mappingKey`: all that let him in. */
  readonly mappingKeys: readonly string[];
  /** The log says so, or the rights of that time are known; else those of another time are taken for it. */
  readonly isSure: boolean;
  readonly attempts: number;
  readonly firstMs: EpochMs;
  readonly lastMs: EpochMs;
  readonly attemptId: string;
}

/** Of many who came in, those with all rights; `stretches`: the configuration of each, with roles and bindings. Used last first. */
export function adminHolders(
  entrances: readonly Entrance[],
  stretches: readonly ConfigurationAt[],
): AdminHolder[] {
  const judges = stretches.map(createJudge);
  const holders = new Map<string, AdminHolder>();
  for (const entrance of entrances) {
    const holder = judges[entrance.stretch]?.(entrance) ?? null;
    if (holder === null) continue;
    const key = JSON.stringify([holder.kind, holder.name, holder.canonicalArn]);
    const known = holders.get(key);
    holders.set(key, known === undefined ? holder : together(known, holder));
  }
  return [...holders.values()].sort((a, b) => b.lastMs - a.lastMs);
}

/** null: not with all rights, as far as is known. */
function createJudge({ known, parts }: ConfigurationAt): (entrance: Entrance) => AdminHolder | null {
  const objects = accessOf(known);
  const access = objects === null ? null : indexAccess(objects);
  const backEnds = openConfiguration(mappingsOf(known));
  const isSure = (source: GrantSource) =>
    source.kind === "masters" ||
    parts[source.kind === "rbac" ? "rbac" : "accessEntries"].certainty === "known";
  return (entrance) => {
    const { caller, username, groups, sessionNames, attempts, firstMs, lastMs, attemptId } = entrance;
    const principal = caller === null ? null : { arn: caller.canonicalArn, uniqueId: caller.userId || null };
    const by = adminGrants(access, { username, groups, principal, isImpersonated: false });
    if (by.length === 0) return null;
    const letIn = caller === null ? null : mappingThatLetIn(caller, { username, groups }, backEnds);
    const mapping = letIn === null ? null : { backEnd: letIn.backEnd, entry: letIn.entry };
    return {
      ...comerOf(entrance),
      ...{ canonicalArn: caller?.canonicalArn ?? null, sessionNames, usernames: [username], by, mapping },
      mappingKeys: mapping === null ? [] : [mappingKey(mapping.backEnd, mapping.entry)],
      ...{ isSure: by.some(isSure), attempts, firstMs, lastMs, attemptId },
    };
  };
}

function together(a: AdminHolder, b: AdminHolder): AdminHolder {
  const [newer, older] = a.lastMs >= b.lastMs ? [a, b] : [b, a];
  return {
    ...newer,
    sessionNames: merged(newer.sessionNames, older.sessionNames),
    usernames: merged(newer.usernames, older.usernames),
    by: distinctGrants([...newer.by, ...older.by]),
    mapping: newer.mapping ?? older.mapping,
    mappingKeys: merged(newer.mappingKeys, older.mappingKeys),
    isSure: newer.isSure && older.isSure,
    attempts: a.attempts + b.attempts,
    firstMs: Math.min(a.firstMs, b.firstMs),
  };
}

const MOST_NAMES = 50;

function merged(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].slice(0, MOST_NAMES);
}

function distinctGrants(grants: readonly GrantSource[]): GrantSource[] {
  return [...new Map(grants.map((grant) => [JSON.stringify(grant), grant])).values()];
}
