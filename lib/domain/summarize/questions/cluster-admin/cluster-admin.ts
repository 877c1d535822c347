import type { ConfigurationAt } from "../../../explain/configuration/configuration-at";
import { type AdminWay, waysToAdmin } from "../../../explain/questions/cluster-admin/ways-to-admin";
import type { SentencePart } from "../../../explain/sentence-part";
import { mapIdentity } from "../../../explain/mapping/map-identity";
import { openConfiguration } from "../../../explain/mapping/open-configuration";
import { mappingsOf } from "../../../explain/configuration/open-known";
import type { SeenCaller } from "../../../explain/mapped/seen-caller";
import { type KeptWork, toKeptWork, type WorkRow } from "../entrances/kept-work";
import { listed } from "../listed";
import { mappingKey } from "../entrances/mapping-key";
import { notKnown } from "../entrances/not-known";
import type { AdminHolder } from "./admin-holder";
import { workOfHolders } from "./work-of-holders";

/** All that was gathered of who used all rights. */
export interface ClusterAdminFacts {
  readonly cluster: string;
  readonly holders: readonly AdminHolder[];
  /** false = of those who came in, only the most active were looked at. */
  readonly isWhole: boolean;
  readonly work: readonly WorkRow[];
  /** The configuration of each stretch of the time, with roles and bindings. */
  readonly stretches: readonly ConfigurationAt[];
  /** Changes of it that were not looked at. */
  readonly uncut: number;
  readonly now: ConfigurationAt;
  /** Who came within ninety days. */
  readonly seen: readonly SeenCaller[];
  /** Why not all that came in was read, and not all that was done. */
  readonly unread: readonly string[];
  readonly workUnread: readonly string[];
}

export interface WorkingHolder extends Omit<AdminHolder, "mappingKeys"> {
  /** null: no request of his is kept. */
  readonly did: KeptWork | null;
  /** Some of it may be another's who came under the same name. */
  readonly isShared: boolean;
}

/** A mapping that gives all rights, and by which nobody came in this time. */
export interface UnusedWay extends AdminWay {
  /** Who came with its principal within ninety days, by the most active. */
  readonly names: readonly string[];
}

/** Who came in to a cluster with all rights, and who could have. */
export interface ClusterAdmin {
  readonly verdict: readonly SentencePart[];
  /** Used last first. */
  readonly holders: readonly WorkingHolder[];
  readonly moreHolders: number;
  /** As the configuration is just now. */
  readonly unused: readonly UnusedWay[];
  readonly moreUnused: number;
  /** What is not known, so that there may be more. */
  readonly because: readonly string[];
  /** Why not all that they did is kept; about what is kept it says nothing. */
  readonly workBecause: readonly string[];
}

const MOST_SHOWN = 100;

export function clusterAdmin(facts: ClusterAdminFacts): ClusterAdmin {
  const { holders, work } = facts;
  const ways = unusedWays(facts);
  return {
    verdict: [...verdictOf(facts), ...unusedWords(ways, facts)],
    holders: workOfHolders(holders.slice(0, MOST_SHOWN), work).map(
      ({ rows, mappingKeys: _keys, ...holder }) => ({
        ...holder,
        did: toKeptWork(rows),
      }),
    ),
    moreHolders: Math.max(0, holders.length - MOST_SHOWN),
    unused: ways.slice(0, MOST_SHOWN),
    moreUnused: Math.max(0, ways.length - MOST_SHOWN),
    because: becauseOf(facts),
    workBecause: facts.workUnread,
  };
}

function unusedWays({ now, holders, seen }: ClusterAdminFacts): UnusedWay[] {
  const used = new Set(holders.flatMap(({ mappingKeys }) => mappingKeys));
  const ways = waysToAdmin(now.known).filter(({ backEnd, entry }) => !used.has(mappingKey(backEnd, entry)));
  const names = namesByMapping(now, seen);
  return ways.map((way) => ({ ...way, names: names.get(mappingKey(way.backEnd, way.entry)) ?? [] }));
}

const MOST_NAMES = 5;

/** Who would come by which mapping just now. */
function namesByMapping({ known }: ConfigurationAt, seen: readonly SeenCaller[]): Map<string, string[]> {
  const backEnds = openConfiguration(mappingsOf(known));
  const names = new Map<string, string[]>();
  for (const caller of seen.filter(({ granted }) => granted > 0)) {
    const decision = mapIdentity(caller, backEnds);
    if (decision.outcome === "denied") continue;
    const key = mappingKey(decision.backEnd, decision.entry);
    const known = names.get(key) ?? [];
    if (known.length < MOST_NAMES && !known.includes(caller.name)) names.set(key, [...known, caller.name]);
  }
  return names;
}

function verdictOf({ cluster, holders }: ClusterAdminFacts): SentencePart[] {
  const namesOf = (isPerson: boolean) => [
    ...new Set(holders.filter(({ kind }) => (kind === "person") === isPerson).map(({ name }) => name)),
  ];
  const [people, others] = [namesOf(true), namesOf(false)];
  const to: SentencePart[] = [
    { text: " came in to " },
    { text: cluster, strong: true },
    { text: " with all rights in this time" },
  ];
  if (people.length + others.length === 0) return [{ text: "Nobody" }, ...to, { text: "." }];
  const machines =
    others.length === 1
      ? " one that is not known as a person: "
      : ` ${others.length} that are not known as people: `;
  if (people.length === 0)
    return [
      { text: "No person that is known" },
      ...to,
      { text: `, but${machines}` },
      ...listed(others),
      { text: "." },
    ];
  const count = people.length === 1 ? "One person" : `${people.length} people`;
  const besides =
    others.length === 0 ? [] : [{ text: ` Besides,${machines}` }, ...listed(others), { text: "." }];
  return [{ text: count }, ...to, { text: ": " }, ...listed(people), { text: "." }, ...besides];
}

function unusedWords(ways: readonly UnusedWay[], { holders }: ClusterAdminFacts): SentencePart[] {
  if (ways.length === 0)
    return holders.length === 0 ? [] : [{ text: " Every mapping that gives all rights was used." }];
  const what = ways.length === 1 ? "One mapping gives" : `${ways.length} mappings give`;
  return [{ text: ` ${what} all rights just now and ${ways.length === 1 ? "was" : "were"} not used.` }];
}

function becauseOf({ isWhole, stretches, uncut, unread }: ClusterAdminFacts): string[] {
  const most = isWhole
    ? []
    : ["Of those who came in, only the most active are looked at: there are very many."];
  const old =
    uncut === 0
      ? []
      : [`The oldest ${uncut} changes of the configuration in this time are not looked at one by one.`];
  return [...unread, ...notKnown(["rbac", "accessEntries"], stretches), ...old, ...most];
}
