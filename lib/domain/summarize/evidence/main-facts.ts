import { HOP_WORDS } from "../chain/hop-words";
import { type Fact, toInstant } from "./fact-tree";
import { fieldsOf, textOf } from "./plain-fields";

type Content = Readonly<Record<string, unknown>>;

/**
 * What one looks for first. In a shared attempt: when, where, who, as whom, by which mapping, why not, and how the
 * credentials were come by; in an incident: what happened, in order. Picked from the content of the document; what it does
 * not hold is left out, and other kinds of documents have none. Total, whatever the content is.
 */
export function mainFacts(content: unknown): readonly Fact[] {
  const { attempt, chain, mapping, reason, timeline } = fieldsOf(content);
  if (Array.isArray(timeline)) return timeline.flatMap((entry) => toMoment(fieldsOf(entry)));
  if (textOf(fieldsOf(attempt).decision) === "") return [];
  return [
    ...factsOfAttempt(fieldsOf(attempt)),
    ...factsOfReason(reason),
    ...factsOfMapping(mapping),
    ...hops(chain),
  ];
}

function factsOfAttempt({ timeMs, cluster, decision, origin, caller, kubernetes, error }: Content): Fact[] {
  const { kind, name, confidence } = fieldsOf(origin);
  const { username, groups } = fieldsOf(kubernetes);
  const behind = textOf(name) === "" ? "" : `${textOf(name)} (${listed([kind, confidence])})`;
  return [
    ...fact("Time", typeof timeMs === "number" ? toInstant(timeMs) : ""),
    ...fact("Cluster", textOf(cluster)),
    ...fact("Decision", textOf(decision)),
    ...fact("Who is behind it", behind),
    ...fact("IAM caller", textOf(fieldsOf(caller).arn)),
    ...fact("Access key", textOf(fieldsOf(caller).accessKeyId)),
    ...fact("Kubernetes username", textOf(username)),
    ...fact("Kubernetes groups", Array.isArray(groups) ? listed(groups) : ""),
    ...fact("The authenticator's words", textOf(error)),
  ];
}

function factsOfReason(reason: unknown): Fact[] {
  const { title, meaning, fixes } = fieldsOf(reason);
  const steps = Array.isArray(fixes) ? fixes.map((fix) => textOf(fieldsOf(fix).step)) : [];
  return [
    ...fact("Why", [textOf(title), textOf(meaning)].filter((text) => text !== "").join(". ")),
    ...steps.flatMap((step) => fact("What to do", step)),
  ];
}

function factsOfMapping(mapping: unknown): Fact[] {
  const { backEnd, entry } = fieldsOf(fieldsOf(mapping).decision);
  const { arn, place } = fieldsOf(entry);
  const { line } = fieldsOf(place);
  return fact("Mapping", listed([backEnd, typeof line === "number" ? `line ${line}` : "", arn]));
}

function hops(chain: unknown): Fact[] {
  const { hops: all } = fieldsOf(chain);
  const facts = Array.isArray(all) ? all.flatMap((hop) => toHop(fieldsOf(hop))) : [];
  return facts.length === 0 ? [] : [{ label: "How the credentials were come by", value: null, facts }];
}

function toMoment({ timeMs, text }: Content): Fact[] {
  return fact(typeof timeMs === "number" ? toInstant(timeMs) : "", textOf(text));
}

function toHop({ timeMs, kind, by, sourceIp, confidence }: Content): Fact[] {
  const call = Object.entries(HOP_WORDS).find(([name]) => name === kind)?.[1] ?? textOf(kind);
  const from = textOf(sourceIp) === "" ? "" : `from ${textOf(sourceIp)}`;
  const how = textOf(confidence) === "" ? "" : `(${textOf(confidence)})`;
  const parts = [call, textOf(by) === "" ? "" : `by ${textOf(by)}`, from, how];
  return fact(
    typeof timeMs === "number" ? toInstant(timeMs) : "",
    parts.filter((part) => part !== "").join(" "),
  );
}

function listed(values: readonly unknown[]): string {
  return values
    .map(textOf)
    .filter((text) => text !== "")
    .join(", ");
}

function fact(label: string, value: string): Fact[] {
  return value === "" ? [] : [{ label, value, facts: [] }];
}
