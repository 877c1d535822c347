import type { SentencePart } from "../../../explain/sentence-part";
import { formatMinute } from "../../../time/format-time";
import type { EpochMs } from "../../../time/time-range";
import { mappingKey } from "../entrances/mapping-key";
import { notKnown } from "../entrances/not-known";
import { toUses } from "../entrances/uses";
import { listed } from "../listed";
import { type Attributed, attributeEntrances, UNEXPLAINED } from "./attribute-entrances";
import { judgeMappings } from "./judge-mappings";
import type { MappingUseFacts } from "./mapping-use-facts";
import type { OtherUse, UsedMapping } from "./used-mapping";

/** Who comes by each mapping of a cluster, and what nobody needs. */
export interface MappingUse {
  readonly verdict: readonly SentencePart[];
  readonly readSinceMs: EpochMs | null;
  /** Those that nobody uses first, then those used longest ago. */
  readonly mappings: readonly UsedMapping[];
  readonly moreMappings: number;
  readonly others: readonly OtherUse[];
  readonly because: readonly string[];
}

const MOST_SHOWN = 300;
const MOST_GONE = 20;

export function mappingUse(facts: MappingUseFacts): MappingUse {
  const { entrances, stretches, readSinceMs } = facts;
  const attributed = attributeEntrances(entrances, stretches);
  const mappings = judgeMappings(facts, attributed).sort(byUse);
  return {
    verdict: verdictOf(facts, mappings),
    readSinceMs,
    mappings: mappings.slice(0, MOST_SHOWN),
    moreMappings: Math.max(0, mappings.length - MOST_SHOWN),
    others: othersOf(attributed, mappings),
    because: becauseOf(facts),
  };
}

function byUse(a: UsedMapping, b: UsedMapping): number {
  return (
    Number(a.state === "used") - Number(b.state === "used") || (a.uses?.lastMs ?? 0) - (b.uses?.lastMs ?? 0)
  );
}

function othersOf(attributed: ReadonlyMap<string, Attributed>, mappings: readonly UsedMapping[]): OtherUse[] {
  const now = new Set(mappings.map(({ backEnd, entry }) => mappingKey(backEnd, entry)));
  const others = [...attributed].filter(([key]) => !now.has(key));
  return others
    .flatMap(([key, { backEnd, arn, entrances }]): OtherUse[] => {
      const uses = toUses(entrances);
      const gone = arn === null ? "account" : "gone";
      return uses === null ? [] : [{ what: key === UNEXPLAINED ? "unexplained" : gone, backEnd, arn, uses }];
    })
    .sort((a, b) => b.uses.lastMs - a.uses.lastMs)
    .slice(0, MOST_GONE);
}

function verdictOf(
  { cluster, readSinceMs }: MappingUseFacts,
  mappings: readonly UsedMapping[],
): SentencePart[] {
  const at: SentencePart = { text: cluster, strong: true };
  if (mappings.length === 0) return [{ text: "No mapping of " }, at, { text: " is known." }];
  if (readSinceMs === null)
    return [
      { text: "Whether anybody uses the mappings of " },
      at,
      { text: " is not known: no log of it is read." },
    ];
  const own = mappings.filter(({ keeper }) => keeper === null);
  const idle = own.filter(({ uses, state }) => uses === null && state !== "unknown");
  const since = `since ${formatMinute(readSinceMs)}, as far back as its log is read`;
  if (own.length === 0)
    return [
      { text: "All mappings of " },
      at,
      { text: " that are known are of nodes, of AWS or of its creator." },
    ];
  const kept =
    mappings.length === own.length ? "" : " Those of nodes, of AWS and of the creator are told apart.";
  if (idle.length === 0)
    return [
      { text: `Each of the ${own.length} mappings for people and workloads at ` },
      at,
      { text: ` was used ${since}.${kept}` },
    ];
  return [
    { text: `${idle.length} of ${own.length} mappings for people and workloads at ` },
    at,
    { text: ` ${idle.length === 1 ? "was" : "were"} not used ${since}: ` },
    ...listed(idle.map(({ entry }) => entry.arn.slice(entry.arn.lastIndexOf("/") + 1))),
    { text: `.${kept}` },
  ];
}

function becauseOf({ isWhole, stretches, uncut, unread }: MappingUseFacts): string[] {
  const most = isWhole
    ? []
    : ["Of those who came in, only the most active are looked at: there are very many."];
  const old =
    uncut === 0
      ? []
      : [
          `The oldest ${uncut} changes of the mappings are not looked at one by one: who came before them is told by the mappings after them.`,
        ];
  return [...unread, ...notKnown(["accessEntries", "awsAuth", "hidden"], stretches), ...old, ...most];
}
