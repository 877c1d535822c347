import type { MappingEntry } from "../../../parse/mappings/mapping-entry";
import type { KnownConfiguration } from "../../configuration/known-configuration";
import { accessOf, mappingsOf } from "../../configuration/open-known";
import { decisionOfEntry } from "../../mapped/decision-of-entry";
import { whoCanBecome } from "../../mapped/who-can-become";
import type { BackEndKind } from "../../mapping/back-end-modes";
import { type ClusterMappings, openConfiguration } from "../../mapping/open-configuration";
import { type ClusterAccess, indexAccess } from "../../reach/cluster-access";
import type { GrantSource } from "../../reach/grant";
import { givesEverything } from "../../reach/list-reach";
import { adminGrants } from "./admin-grants";

/** A mapping by which somebody comes in with all rights. */
export interface AdminWay {
  readonly backEnd: BackEndKind;
  readonly entry: MappingEntry;
  readonly by: readonly GrantSource[];
  /** Of a role: all its sessions, or only those whose username the rights are bound to. */
  readonly isOfSome: boolean;
}

/** Every entry that the cluster really uses and that gives all rights, in the order in which they are asked. */
export function waysToAdmin(known: KnownConfiguration): AdminWay[] {
  const mappings = mappingsOf(known);
  const objects = accessOf(known);
  const access = objects === null ? null : indexAccess(objects);
  const ofAny = waysOfAny(mappings, access);
  const found = new Set(ofAny.map(({ entry }) => entry));
  const ofSome = access === null ? [] : waysByUsername(mappings, access);
  return [...ofAny, ...ofSome.filter(({ entry }) => !found.has(entry) && found.add(entry))];
}

/** Entries that give all rights to whoever comes by them. */
function waysOfAny(mappings: ClusterMappings, access: ClusterAccess | null): AdminWay[] {
  const backEnds = openConfiguration(mappings);
  return [...mappings.hidden, ...mappings.accessEntries, ...mappings.awsAuth.entries].flatMap((entry) => {
    const { decision, caller } = decisionOfEntry(entry, backEnds) ?? {};
    if (decision?.outcome !== "granted" || decision.entry !== entry) return [];
    const { username, groups, backEnd } = decision;
    const principal = { arn: caller?.canonicalArn ?? entry.arn, uniqueId: null };
    const by = adminGrants(access, { username, groups, principal, isImpersonated: false });
    return by.length === 0 ? [] : [{ backEnd, entry, by, isOfSome: false }];
  });
}

/** Entries whose template can become a username to which all rights are bound. */
function waysByUsername(mappings: ClusterMappings, { inCluster }: ClusterAccess): AdminWay[] {
  const bound = inCluster.filter(
    ({ to, obstacle, rules }) => to.kind === "user" && obstacle === null && givesEverything(rules),
  );
  return bound.flatMap(({ to, source }) =>
    whoCanBecome(mappings, { kind: "username", name: to.name }).entries.map(({ backEnd, entry }) => ({
      ...{ backEnd, entry, by: [source], isOfSome: true },
    })),
  );
}
