import type { KnownConfiguration } from "../../../explain/configuration/known-configuration";
import { mappingsOf } from "../../../explain/configuration/open-known";
import { principalOfArn } from "../../../explain/findings/same-principal";
import { groupBy } from "../../../explain/group-by";
import type { BackEndKind } from "../../../explain/mapping/back-end-modes";
import { mapIdentity } from "../../../explain/mapping/map-identity";
import type { MappedCaller } from "../../../explain/mapping/mapped-caller";
import type { MappingGranted } from "../../../explain/mapping/mapping-decision";
import { openConfiguration } from "../../../explain/mapping/open-configuration";
import type { MappingEntry } from "../../../parse/mappings/mapping-entry";
import type { Comer } from "../entrances/entrance";

/** Whose access changes when a mapping goes. */
export interface AfterRemoval {
  /** Names of those who would be turned away. */
  readonly loses: readonly string[];
  /** Those who would come in by another mapping, and as somebody else. */
  readonly changes: readonly {
    readonly name: string;
    readonly username: string;
    readonly backEnd: BackEndKind;
  }[];
  /** Those who would come in as before, by another mapping. */
  readonly keeps: readonly string[];
}

/** Somebody who came, and by what he would come in just now. */
export interface MappedComer extends Comer {
  readonly caller: MappedCaller;
  readonly decision: MappingGranted;
}

export const NOBODY_AFTER: AfterRemoval = { loses: [], changes: [], keeps: [] };

/** Asks what becomes of those who come by a mapping without it. Only entries of one principal can decide for it. */
export function createAfterRemoval(
  known: KnownConfiguration,
): (entry: MappingEntry, comers: readonly MappedComer[]) => AfterRemoval {
  const { mode, awsAuth, ...lists } = mappingsOf(known);
  const near = (entries: readonly MappingEntry[]) => {
    const patterns = entries.filter(({ sso }) => sso !== null);
    const byPrincipal = groupBy(
      entries.filter(({ sso }) => sso === null),
      ({ arn }) => principalOfArn(arn),
    );
    return (entry: MappingEntry) =>
      [...(byPrincipal.get(principalOfArn(entry.arn)) ?? []), ...patterns].filter(
        (one) => !isSameEntry(one, entry),
      );
  };
  const [hidden, accessEntries, ofMap] = [
    near(lists.hidden),
    near(lists.accessEntries),
    near(awsAuth.entries),
  ];
  return (entry, comers) => {
    const rest = { hidden: hidden(entry), accessEntries: accessEntries(entry), mode };
    const backEnds = openConfiguration({ ...rest, awsAuth: { ...awsAuth, entries: ofMap(entry) } });
    return comers.reduce(
      (after, comer) => addComer(after, comer, mapIdentity(comer.caller, backEnds)),
      NOBODY_AFTER,
    );
  };
}

/** Whether two are one and the same, in one place: access entries are listed as copies. */
export function isSameEntry(a: MappingEntry, b: MappingEntry): boolean {
  return a.list === b.list && a.arn === b.arn && a.place?.line === b.place?.line;
}

function addComer(
  { loses, changes, keeps }: AfterRemoval,
  { name, decision: before }: MappedComer,
  after: ReturnType<typeof mapIdentity>,
): AfterRemoval {
  if (after.outcome === "denied") return { loses: withName(loses, name), changes, keeps };
  const identity = ({ username, groups }: MappingGranted) => JSON.stringify([username, [...groups].sort()]);
  if (identity(before) === identity(after)) return { loses, changes, keeps: withName(keeps, name) };
  const { username, backEnd } = after;
  return { loses, changes: [...changes, { name, username, backEnd }], keeps };
}

function withName(names: readonly string[], name: string): readonly string[] {
  return names.includes(name) ? names : [...names, name];
}
