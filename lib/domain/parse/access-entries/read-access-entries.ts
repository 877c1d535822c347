import { isObject, type JsonObject, objectOf, textOf } from "../json-fields";
import { lineOfJsonError } from "../line-of-json-error";
import { parseJson } from "../parse-json";
import type { AccessEntry, AssociatedPolicy } from "./access-entry";

/** A policy, and whose access entry it is associated with. */
export interface PolicyOfEntry extends AssociatedPolicy {
  readonly principalArn: string;
}

export interface AccessEntriesReading {
  readonly entries: readonly AccessEntry[];
  readonly policies: readonly PolicyOfEntry[];
  /** What could not be read, each in a sentence with its place. */
  readonly problems: readonly string[];
}

/** Larger texts are refused: a cluster has some hundred entries. */
const LONGEST = 16_000_000;

/**
 * Reads what `aws eks describe-access-entry` and `aws eks list-associated-access-policies` print: one answer, a list of them,
 * or one a line. Total; what cannot be read is told, and the rest is kept.
 */
export function readAccessEntries(text: string): AccessEntriesReading {
  if (text.length > LONGEST)
    return { entries: [], policies: [], problems: ["The text is longer than 16 MB."] };
  const reader = new Reader();
  const whole = parseJson(text);
  if (whole.ok) reader.read(whole.value, "");
  else readLines(text, reader);
  return reader;
}

/** NDJSON; where not even its first line is JSON, the text was meant as a whole. */
function readLines(text: string, reader: Reader): void {
  const lines = text.split("\n").flatMap((line, i) => (line.trim() === "" ? [] : [{ line, at: i + 1 }]));
  const first = parseJson(lines[0]?.line ?? "");
  if (!first.ok) {
    reader.problems.push(`${lineOfJsonError(text)}: this is no JSON.`);
    return;
  }
  for (const { line, at } of lines) {
    const json = parseJson(line);
    if (json.ok) reader.read(json.value, `line ${at}`);
    else reader.problems.push(`line ${at}: this is no JSON.`);
  }
}

class Reader {
  readonly entries: AccessEntry[] = [];
  readonly policies: PolicyOfEntry[] = [];
  readonly problems: string[] = [];

  read(value: unknown, where: string): void {
    if (Array.isArray(value)) {
      for (const [i, one] of value.entries()) this.#readOne(one, join(where, `item ${i + 1}`));
    } else this.#readOne(value, where);
  }

  #readOne(value: unknown, where: string): void {
    if (!isObject(value)) this.#refuse(where, "is no answer of EKS");
    else if (isObject(value.accessEntry)) this.#readEntry(value.accessEntry, where);
    else if (Array.isArray(value.associatedAccessPolicies)) this.#readPolicies(value, where);
    else if (Array.isArray(value.accessEntries)) this.#readList(value.accessEntries, where);
    else if ("principalArn" in value) this.#readEntry(value, where);
    else this.#refuse(where, "is no access entry");
  }

  /** ListAccessEntries gives ARNs alone, which say neither username nor groups. */
  #readList(list: readonly unknown[], where: string): void {
    if (list.some((one) => typeof one === "string"))
      this.#refuse(where, "lists ARNs alone: describe each with aws eks describe-access-entry");
    else for (const [i, one] of list.entries()) this.#readOne(one, join(where, `item ${i + 1}`));
  }

  #readEntry({ principalArn, kubernetesGroups = [], type, username }: JsonObject, where: string): void {
    const principal = textOf(principalArn);
    if (principal === null) this.#refuse(where, "has no principalArn");
    else if (!isTexts(kubernetesGroups))
      this.#refuse(where, "has kubernetesGroups that are no list of texts");
    else
      this.entries.push({
        principalArn: principal,
        type: textOf(type) ?? "STANDARD",
        username: textOf(username),
        groups: kubernetesGroups,
      });
  }

  #readPolicies({ principalArn, associatedAccessPolicies }: JsonObject, where: string): void {
    const principal = textOf(principalArn);
    if (principal === null) this.#refuse(where, "has no principalArn");
    else
      for (const one of associatedAccessPolicies as readonly unknown[])
        this.#readPolicy(principal, objectOf(one), where);
  }

  #readPolicy(principalArn: string, { policyArn, accessScope }: JsonObject, where: string): void {
    const policy = textOf(policyArn);
    const { type, namespaces } = objectOf(accessScope);
    const scope = { type: textOf(type) ?? "", namespaces: textsOf(namespaces) };
    if (policy === null) this.#refuse(where, "has a policy without policyArn");
    else this.policies.push({ principalArn, policyArn: policy, scope });
  }

  #refuse(where: string, what: string): void {
    this.problems.push(where === "" ? `This ${what}.` : `${where}: this ${what}.`);
  }
}

function join(where: string, part: string): string {
  return where === "" ? part : `${where}, ${part}`;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
