import { beginSentence } from "../../../explain/begin-sentence";
import { authorName } from "../../../explain/culprit-sentence";
import type { SentencePart } from "../../../explain/sentence-part";
import { formatMoment } from "../../../time/format-time";
import type { EpochMs } from "../../../time/time-range";
import type { ConfigurationChange } from "../../configuration/configuration-change";
import type { DenialRun, NamelessDenials } from "./denial-run";
import { rankChanges, type Suspect } from "./rank-changes";
import { listed } from "../listed";

/** All that was gathered of denials at a cluster. */
export interface WhatChangedFacts {
  readonly cluster: string;
  readonly who: string | null;
  /** Those of most denials first. */
  readonly runs: readonly DenialRun[];
  /** Denied roles and users that were not looked at. */
  readonly moreRuns: number;
  readonly nameless: readonly NamelessDenials[];
  /** All that are known of the cluster. */
  readonly changes: readonly ConfigurationChange[];
  /** What was not read, and why. */
  readonly unread: readonly string[];
}

/** What changed before denials began. */
export interface WhatChanged {
  readonly verdict: readonly SentencePart[];
  /** Where grants turned into denials first; null = nowhere. */
  readonly beginsMs: EpochMs | null;
  readonly suspects: readonly Suspect[];
  /** Those who came in before first, by when it began. */
  readonly runs: readonly DenialRun[];
  readonly moreRuns: number;
  readonly nameless: readonly NamelessDenials[];
  readonly because: readonly string[];
}

export function whatChanged(facts: WhatChangedFacts): WhatChanged {
  const turned = facts.runs.filter(({ before }) => before !== null);
  const rest = facts.runs.filter(({ before }) => before === null);
  const byStart = (a: DenialRun, b: DenialRun) => a.first.timeMs - b.first.timeMs;
  const suspects = rankChanges(facts.changes, facts.runs);
  const { moreRuns, nameless, unread } = facts;
  return {
    verdict: verdictOf(facts, suspects),
    beginsMs: turned.length === 0 ? null : Math.min(...turned.map(({ first }) => first.timeMs)),
    suspects,
    runs: [...turned.sort(byStart), ...rest.sort(byStart)],
    ...{ moreRuns, nameless, because: unread },
  };
}

function verdictOf(facts: WhatChangedFacts, [top]: readonly Suspect[]): SentencePart[] {
  const { runs, nameless } = facts;
  if (runs.length === 0 && nameless.length === 0) return nobody(facts);
  if (top !== undefined) return blame(top);
  const turned = runs.filter(({ before }) => before !== null);
  const reason = (turned[0] ?? runs[0])?.reason?.title ?? nameless[0]?.title ?? "not told";
  if (turned.length > 0)
    return [
      { text: `Nothing is known to have changed between the last grant and the first denial of ` },
      ...listed(turned.map(({ name }) => name)),
      { text: `. What the log gives as the reason: ${reason}.` },
    ];
  if (runs.length > 0)
    return [
      { text: "No one was let in before and denied after: " },
      ...listed(runs.map(({ name }) => name)),
      {
        text: ` had no grant in this time, and no change is known that took it away. The reason of the log: ${reason}.`,
      },
    ];
  return [
    {
      text: `All that was denied failed before STS named anybody, which no mapping changes. Mostly: ${reason}.`,
    },
  ];
}

function nobody({ who, cluster }: WhatChangedFacts): SentencePart[] {
  const whom: SentencePart = who === null ? { text: "Nobody" } : { text: who, strong: true };
  return [
    whom,
    { text: who === null ? " was denied at " : " was not denied at " },
    { text: cluster, strong: true },
    { text: " in this time." },
  ];
}

function blame({ change, how, names }: Suspect): SentencePart[] {
  const by = change.by === null ? null : authorName(change.by);
  const when = `${change.isTimeKnown ? "at" : "by"} ${formatMoment(change.timeMs)} UTC`;
  const what = WHAT[change.part] ?? "the configuration";
  const verb = change.kind === "removed" ? "removed" : "changed";
  const told: SentencePart[] =
    by === null
      ? [{ text: `${beginSentence(what)} was ${verb} ${when}` }]
      : [{ text: by, strong: true }, { text: ` ${verb} ${what} ${when}` }];
  const since =
    how === "decides" ? ". From then on the mappings turned away " : ". After that denials began of ";
  return [...told, { text: since }, ...listed(names), { text: "." }];
}

const WHAT: Partial<Record<ConfigurationChange["part"], string>> = {
  "aws-auth": "aws-auth",
  mode: "the authentication mode",
  "access-entry": "an access entry",
};
