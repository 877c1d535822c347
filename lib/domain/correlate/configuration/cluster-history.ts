import type { EntryWithPolicies } from "../../parse/access-entries/access-entry";
import { type MarkPart, policyKey } from "../../parse/configuration-marks/configuration-mark";
import { historyOfItem } from "./item-history";
import type { ItemRevision, StoredMark } from "./item-revision";

/** All that is told of a cluster's configuration, item by item, each with its revisions, oldest first. */
export interface ClusterHistory {
  readonly mode: readonly ItemRevision[];
  /** Mappers that authenticators started, oldest first. */
  readonly mappers: readonly StoredMark[];
  readonly creator: StoredMark | null;
  /** By ARN. */
  readonly hidden: ReadonlyMap<string, readonly ItemRevision[]>;
  readonly awsAuth: readonly ItemRevision[];
  /** What could not be read of aws-auth, and when. */
  readonly broken: readonly StoredMark[];
  /** By the principal's ARN. */
  readonly entries: ReadonlyMap<string, readonly ItemRevision[]>;
  /** By `policyKey`. */
  readonly policies: ReadonlyMap<string, readonly ItemRevision[]>;
  /** The file of access entries, as authenticators loaded it. */
  readonly accessFile: readonly ItemRevision[];
  /** Whether all access entries were read at some time; else there may be others than those that events tell of. */
  readonly areEntriesWhole: boolean;
  readonly rbac: readonly ItemRevision[];
  /** Writes of single roles and bindings, oldest first. */
  readonly rbacWrites: readonly StoredMark[];
}

/** Sorts a cluster's marks, which may come in any order. */
export function historyOfCluster(marks: readonly StoredMark[]): ClusterHistory {
  const of = (part: MarkPart) =>
    marks.filter((mark) => mark.part === part).sort((a, b) => a.timeMs - b.timeMs);
  const snapshots = of("access-entries");
  const rbac = of("rbac");
  const awsAuth = of("aws-auth");
  return {
    mode: historyOfItem(of("mode")),
    mappers: of("mapper"),
    creator: of("creator")[0] ?? null,
    hidden: revisionsByKey(of("hidden")),
    awsAuth: historyOfItem(awsAuth),
    broken: awsAuth.filter(({ tells }) => tells === "broken"),
    entries: revisionsByKey([...of("access-entry"), ...seenEntries(snapshots, of("access-entry"))]),
    policies: revisionsByKey([
      ...of("access-policy"),
      ...endedPolicies(of("access-policy"), of("access-entry")),
      ...seenPolicies(snapshots, of("access-policy")),
    ]),
    accessFile: historyOfItem(of("access-file")),
    areEntriesWhole: snapshots.length > 0,
    rbac: historyOfItem(rbac.filter(({ key }) => key === "")),
    rbacWrites: rbac.filter(({ key }) => key !== ""),
  };
}

function revisionsByKey(marks: readonly StoredMark[]): Map<string, readonly ItemRevision[]> {
  const byKey = new Map<string, StoredMark[]>();
  for (const mark of marks) {
    const same = byKey.get(mark.key);
    if (same === undefined) byKey.set(mark.key, [mark]);
    else same.push(mark);
  }
  return new Map([...byKey].map(([key, same]) => [key, historyOfItem(same)]));
}

/** Each snapshot says of every entry that is known at all what it was, or that it was not there. */
function seenEntries(snapshots: readonly StoredMark[], told: readonly StoredMark[]): StoredMark[] {
  return seenItems("access-entry", snapshots, told, ({ principalArn, type, username, groups }) => [
    [principalArn, JSON.stringify({ principalArn, type, username, groups })],
  ]);
}

function seenPolicies(snapshots: readonly StoredMark[], told: readonly StoredMark[]): StoredMark[] {
  return seenItems("access-policy", snapshots, told, ({ principalArn, policies }) =>
    policies.map(({ policyArn, scope }) => [
      policyKey(principalArn, policyArn),
      JSON.stringify({ policyArn, scope }),
    ]),
  );
}

type Items = readonly (readonly [key: string, value: string])[];

function seenItems(
  part: MarkPart,
  snapshots: readonly StoredMark[],
  told: readonly StoredMark[],
  itemsOf: (entry: EntryWithPolicies) => Items,
): StoredMark[] {
  const read = snapshots.map((mark) => ({
    mark,
    items: new Map(readSnapshot(mark.value).flatMap((entry) => itemsOf(entry))),
  }));
  const keys = new Set([...told.map(({ key }) => key), ...read.flatMap(({ items }) => [...items.keys()])]);
  return read.flatMap(({ mark, items }) =>
    [...keys].map((key): StoredMark => ({ ...mark, part, key, value: items.get(key) ?? null })),
  );
}

/** Our own JSON. */
export function readSnapshot(value: string | null): readonly EntryWithPolicies[] {
  return value === null ? [] : (JSON.parse(value) as readonly EntryWithPolicies[]);
}

/** With an entry go its policies. */
function endedPolicies(policies: readonly StoredMark[], entries: readonly StoredMark[]): StoredMark[] {
  const keys = [...new Set(policies.map(({ key }) => key))];
  return entries
    .filter(({ tells }) => tells === "removed")
    .flatMap((mark) =>
      keys
        .filter((key) => key.startsWith(`${mark.key} `))
        .map((key): StoredMark => ({ ...mark, part: "access-policy", key })),
    );
}
