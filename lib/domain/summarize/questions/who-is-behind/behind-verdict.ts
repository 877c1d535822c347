import type { CallerClass } from "../../../correlate/attempt";
import { attemptSentence } from "../../../explain/attempt-sentence";
import type { SentencePart } from "../../../explain/sentence-part";
import { formatMoment } from "../../../time/format-time";
import type { Behind } from "./behind";
import { A_KIND, KINDS, WHAT } from "./behind-words";
import type { WhoIsBehindFacts } from "./who-is-behind-facts";

/** The answer in a sentence or two. */
export function behindVerdict(facts: WhoIsBehindFacts, behind: readonly Behind[]): SentencePart[] {
  const { attempt, identity, who } = facts;
  if (attempt !== null)
    return [
      { text: `At ${formatMoment(attempt.timeMs)} UTC ` },
      ...attemptSentence(attempt),
      ...othersThan(facts, behind),
    ];
  if (identity === null) return nothingKnown(who);
  const [first, ...others] = behind;
  if (first === undefined) return [...whatItIs(facts, "No attempt of "), { text: " is known in this time." }];
  return others.length === 0 && facts.moreBehind === 0
    ? one(facts, first)
    : [...several(facts, behind), ...sharing(facts, behind)];
}

/** A name; a line or a record is not repeated. */
function nothingKnown(who: string): SentencePart[] {
  if (who.length > LONGEST_NAME) return [{ text: "Nothing is known of anything that was copied." }];
  return [{ text: "Nothing is known by the name " }, named(who), { text: "." }];
}

const LONGEST_NAME = 128;

function one(facts: WhoIsBehindFacts, behind: Behind): SentencePart[] {
  const { attempts, lastMs, clusters } = behind;
  const times = `${attempts === 1 ? "once" : `in ${attempts} attempts`} at ${listed(clusters)}, last at ${formatMoment(lastMs)} UTC.`;
  if (behind.name !== null && behind.name === facts.identity?.value)
    return [nameOfBehind(behind), { text: ` is ${A_KIND[behind.kind]}, seen ${times}` }];
  const is = surest(behind) === "timed" ? " stands probably " : " stands ";
  return [...whatItIs(facts, "Behind "), { text: is }, nameOfBehind(behind), { text: `, ${times}` }];
}

function several(facts: WhoIsBehindFacts, behind: readonly Behind[]): SentencePart[] {
  const shown = behind.slice(0, NAMED);
  const left = behind.length + facts.moreBehind - shown.length;
  const names = shown.flatMap((one, i): SentencePart[] => [
    { text: i === 0 ? ": " : left === 0 && i === shown.length - 1 ? " and " : ", " },
    nameOfBehind(one),
    { text: ` (${one.attempts})` },
  ]);
  const more = left === 0 ? "." : ` and ${left} more.`;
  return [
    ...whatItIs(facts, "Behind "),
    { text: ` stand ${countKinds(facts, behind)}` },
    ...names,
    { text: more },
  ];
}

const NAMED = 3;

/** A username is one cluster's: shared is what several came by at the same. */
function sharing({ identity }: WhoIsBehindFacts, behind: readonly Behind[]): SentencePart[] {
  if (identity?.kind !== "username") return [];
  const shared = sharedAt(behind);
  if (shared.length === 0)
    return [{ text: " Each at clusters of their own, where the username is nobody else's." }];
  return [
    { text: " They share it at " },
    named(listed(shared)),
    { text: ", so the username alone does not tell who did something there: the session does." },
  ];
}

/** Clusters to which several came. */
function sharedAt(behind: readonly Behind[]): string[] {
  const counts = new Map<string, number>();
  for (const name of behind.flatMap(({ clusters }) => clusters))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].flatMap(([name, count]) => (count > 1 ? name : [])).sort();
}

/** Of an attempt that was asked about: who else came by its username. */
function othersThan(facts: WhoIsBehindFacts, behind: readonly Behind[]): SentencePart[] {
  const others = behind.filter(({ isAsked }) => !isAsked);
  if (facts.identity?.kind !== "username" || others.length === 0) return [];
  return [
    { text: ` ${countKinds(facts, others)} came by the same username: ` },
    ...others.slice(0, NAMED).flatMap((one, i) => [{ text: i === 0 ? "" : ", " }, nameOfBehind(one)]),
    { text: others.length > NAMED ? " …" : "." },
  ];
}

/** `2 people and 1 CI job`; of those that are not listed nobody knows what they are. */
function countKinds({ moreBehind }: WhoIsBehindFacts, behind: readonly Behind[]): string {
  if (moreBehind > 0) return `${behind.length + moreBehind}`;
  const counts = new Map<CallerClass, number>();
  for (const { kind } of behind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const words = [...counts].map(([kind, count]) => `${count} ${KINDS[kind][count === 1 ? 0 : 1]}`);
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : words.join("");
}

/** `Behind username kubernetes-admin at prod`. */
function whatItIs({ identity, who, cluster }: WhoIsBehindFacts, before: string): SentencePart[] {
  const kind = identity === null ? "" : `${WHAT[identity.kind]} `;
  const at: SentencePart[] = cluster === null ? [] : [{ text: " at " }, named(cluster)];
  return [{ text: `${before}${kind}` }, { text: identity?.value ?? who, code: true }, ...at];
}

/** By the chain; else by what it came with, which whoever came chose. */
function nameOfBehind(behind: Behind): SentencePart {
  const { name, userId, sessionNames, principals } = behind;
  const known = name ?? userId;
  if (known !== null) return surest(behind) === "claimed" ? { ...named(known), claimed: true } : named(known);
  const [session] = sessionNames;
  if (session !== undefined) return { text: session, strong: true, claimed: true };
  return { text: principals[0] ?? "somebody whom STS did not name", strong: true };
}

/** How sure the surest of his attempts is; "claimed" where none is traced. */
function surest({ sure }: Behind) {
  return sure[0]?.confidence ?? "claimed";
}

function listed(names: readonly string[]): string {
  if (names.length > NAMED) return `${names.slice(0, NAMED).join(", ")} and ${names.length - NAMED} more`;
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names.join("");
}

function named(text: string): SentencePart {
  return { text, strong: true };
}
