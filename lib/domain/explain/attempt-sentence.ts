import type { Attempt, CallerClass } from "../correlate/attempt";
import { isRebuilt } from "../correlate/rebuilt";
import { roleNameOf } from "../identity/principal";
import { type MaybeTraced, nameBehind } from "./behind-it";
import { culpritSentence } from "./culprit-sentence";
import { denialTitle } from "./denial-title";
import { mappingClause, type ToldMapping } from "./mapping-clause";
import type { SentencePart } from "./sentence-part";
import { nameOf } from "./who-got-in";

/**
 * One plain sentence: who tried, where, and what came of it; and a second one where somebody else is behind it.
 * `alice@example.com got in to prod as admin:alice-example.com in system:masters, because line 4 of aws-auth maps role Admin.`
 */
export function attemptSentence(attempt: MaybeTraced, mapping: ToldMapping | null = null): SentencePart[] {
  const told = attempt.decision === "granted" ? grantedSentence(attempt, mapping) : deniedSentence(attempt);
  return [...told, ...culpritSentence(mapping?.culprit ?? null), ...behindSentence(attempt)];
}

const WHAT_IT_IS: Readonly<Record<CallerClass, string>> = {
  person: ", a person.",
  workload: ", a workload.",
  node: ", a node.",
  ci: ", a CI run.",
  aws: ", a service or role of AWS.",
  root: ", the root user.",
  unknown: ", as far as the records lead.",
};

function behindSentence(attempt: MaybeTraced): SentencePart[] {
  const behind = nameBehind(attempt);
  if (behind === null) return [];
  const { text, claimed, probable, kind } = behind;
  return [
    { text: probable ? " Behind it is probably " : " Behind it is " },
    claimed ? { text, strong: true, claimed } : { text, strong: true },
    { text: WHAT_IT_IS[kind] },
  ];
}

function grantedSentence(attempt: Attempt, mapping: ToldMapping | null): SentencePart[] {
  const { kubernetes } = attempt;
  const parts: SentencePart[] = [
    who(attempt),
    { text: isRebuilt(attempt) ? " had got in to " : " got in to " },
    { text: attempt.cluster, strong: true },
  ];
  if (kubernetes !== null && kubernetes.username !== "") {
    parts.push({ text: " as " }, { text: kubernetes.username, code: true });
  } else parts.push({ text: " without a username" });
  const through = mappingClause(mapping, principalOf(attempt)) ?? principalParts(attempt);
  return [...parts, ...groupParts(kubernetes?.groups ?? []), ...through, { text: "." }];
}

function deniedSentence(attempt: Attempt): SentencePart[] {
  const error = attempt.error ?? "";
  const title = denialTitle(error, principalOf(attempt));
  return [
    who(attempt),
    { text: " was turned away from " },
    { text: attempt.cluster, strong: true },
    ...(title === null && error === "" ? [] : [{ text: ": " }]),
    ...(title === null ? verbatim(error) : [{ text: title }]),
    { text: "." },
  ];
}

function who(attempt: Attempt): SentencePart {
  const { text, claimed } = nameOf(attempt);
  if (text === "unknown") return { text: "Somebody unknown" };
  return claimed ? { text, strong: true, claimed } : { text, strong: true };
}

/** An error that is not known is shown as it is; the caller may have written parts of it. */
function verbatim(error: string): SentencePart[] {
  return error === "" ? [] : [{ text: error, code: true, claimed: true }];
}

const GROUPS_SHOWN = 3;

function groupParts(groups: readonly string[]): SentencePart[] {
  const parts: SentencePart[] = [];
  for (const [i, group] of groups.slice(0, GROUPS_SHOWN).entries()) {
    parts.push({ text: i === 0 ? " in " : ", " }, { text: group, code: true });
  }
  const more = groups.length - GROUPS_SHOWN;
  return more > 0 ? [...parts, { text: ` and ${more} more` }] : parts;
}

/** The role or kind of principal, where the name does not tell it already. */
function principalParts(attempt: Attempt): SentencePart[] {
  const arn = attempt.caller?.canonicalArn ?? "";
  const role = roleNameOf(arn);
  if (arn.includes(":user/"))
    return [{ text: `, an IAM user of account ${attempt.caller?.accountId ?? "unknown"}` }];
  if (!arn.includes(":role/") || nameOf(attempt).text.startsWith(role)) return [];
  return [{ text: ", with the role " }, { text: role, strong: true }];
}

function principalOf({ caller }: Attempt): string {
  const arn = caller?.canonicalArn ?? "";
  const name = roleNameOf(arn);
  if (arn.includes(":role/")) return `role ${name}`;
  if (arn.includes(":user/")) return `IAM user ${name}`;
  return name === "" ? "this identity" : name;
}
