import { beginSentence } from "../begin-sentence";
import { attemptSentence } from "../attempt-sentence";
import { explainReason } from "../explain-reason";
import type { ExplainedReason } from "../explain-reason";
import { checkConfigMap } from "../findings/check-config-map";
import { checkKnown } from "../findings/check-known";
import type { MappingDecision } from "../mapping/mapping-decision";
import { reasonOfDenial } from "../reasons/denial-reason";
import { reasonOfPasted } from "../reasons/pasted-reason";
import { explainMappingDenial } from "../why-not-mapped/explain-mapping-denial";
import { callerOf, decide, knownOf } from "../why-not-mapped/scenarios/open-scenario";
import type { AskCase, ClusterInput, ManifestInput, PastedInput } from "./ask-case";

/** What is told, all of it. */
export interface Answer {
  readonly verdict: AskCase["verdict"];
  readonly codes: readonly string[];
  readonly findings: readonly string[];
  readonly sentences: readonly string[];
}

export function answerAsk({ input }: AskCase): Answer {
  if ("pasted" in input) return answerPasted(input);
  return "manifest" in input ? answerManifest(input) : answerCluster(input);
}

function answerPasted({ pasted }: PastedInput): Answer {
  const code = reasonOfPasted(pasted);
  const sentences = code === null ? [] : sentencesOf(explainReason(code));
  return { verdict: "inconclusive", codes: code === null ? [] : [code], findings: [], sentences };
}

function answerManifest({ manifest }: ManifestInput): Answer {
  const remarks = checkConfigMap(manifest);
  return {
    verdict: "inconclusive",
    codes: remarks.map(({ code }) => code),
    findings: [],
    sentences: remarks.map(({ message, place }) =>
      place === null ? message : `Line ${place.line}: ${message}`,
    ),
  };
}

function answerCluster(input: ClusterInput): Answer {
  const known = knownOf(input);
  const decision = decide(callerOf(input), input);
  const reasons = decision.outcome === "denied" ? reasonsOf(input, decision.error) : [];
  const findings = checkKnown(known, input.facts);
  return {
    verdict: decision.outcome,
    codes: reasons.map(({ code }) => code),
    findings: findings.map(({ code }) => code),
    sentences: [
      sentenceOf(input, decision),
      ...reasons.flatMap(sentencesOf),
      ...findings.map(({ message }) => message),
    ],
  };
}

function reasonsOf(input: ClusterInput, error: string): ExplainedReason[] {
  const caller = callerOf(input);
  const code = reasonOfDenial(error);
  if (code === null) return [];
  const who = { cluster: "prod", region: "eu-west-1", principalArn: caller.canonicalArn, isPathKnown: false };
  const denial = { caller, known: knownOf(input), awsAuthText: input.awsAuth ?? null, who };
  return explainMappingDenial(code, denial).map(({ explained }) => explained);
}

/** The sentence of the attempt's page. */
function sentenceOf(input: ClusterInput, decision: MappingDecision): string {
  const { userId: uniqueId, ...caller } = callerOf(input);
  const isIn = decision.outcome === "granted";
  const parts = attemptSentence({
    id: "",
    timeMs: 0,
    cluster: "prod",
    decision: decision.outcome,
    class: input.class ?? "unknown",
    caller: { ...caller, uniqueId },
    kubernetes: isIn ? { username: decision.username, groups: decision.groups, uid: "" } : null,
    error: isIn ? null : decision.error,
    stsEndpoint: null,
    sts: null,
    evidence: [],
    origin: input.origin ?? null,
  });
  return parts.map(({ text }) => text).join("");
}

function sentencesOf({ title, meaning, fixes }: ExplainedReason): string[] {
  const ofForms = fixes.flatMap(({ forms }) => forms.flatMap(({ grants, note }) => [grants, note]));
  const words = [beginSentence(title), meaning, ...fixes.map(({ step }) => step), ...ofForms];
  return words.filter((one) => one !== null);
}
