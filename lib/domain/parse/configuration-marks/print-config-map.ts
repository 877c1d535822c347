import { isObject, type JsonObject } from "../json-fields";

/** Lines of a text that a block may hold as they are; all others are written as JSON, which YAML reads too. */
const BLOCK_LINE = /^[^\p{Cc}\u2028\u2029\ufeff]*$/u;

/**
 * aws-auth as `kubectl get configmap aws-auth -o yaml` prints it, so that the lines people see there are the lines we name.
 * What is no text stays as JSON.
 */
export function printConfigMap(data: JsonObject): string {
  const members = Object.entries(data).map(([key, value]) => `  ${printKey(key)}: ${printValue(value)}\n`);
  const body = members.length === 0 ? "data: {}\n" : `data:\n${members.join("")}`;
  return `apiVersion: v1\n${body}kind: ConfigMap\nmetadata:\n  name: aws-auth\n  namespace: kube-system\n`;
}

/** The same of a whole object as the Kubernetes API gives it; null = it is no ConfigMap. */
export function printConfigMapObject(json: unknown): string | null {
  if (!isObject(json) || (json.kind !== undefined && json.kind !== "ConfigMap")) return null;
  const { data = {} } = json;
  return isObject(data) ? printConfigMap(data) : null;
}

/** Bare words such as `N` are no texts in YAML; those that begin as the lists' names do are. */
function printKey(key: string): string {
  return /^map\w+$/i.test(key) ? key : JSON.stringify(key);
}

function printValue(value: unknown): string {
  if (typeof value !== "string") return JSON.stringify(value ?? null);
  const text = value.endsWith("\n") ? value.slice(0, -1) : value;
  const lines = text.split("\n");
  if (!isBlock(lines)) return JSON.stringify(value);
  const indicator = value.endsWith("\n") ? "|" : "|-";
  const block = lines.map((line) => (line === "" ? "" : `    ${line}`)).join("\n");
  return `${indicator}\n${block}`;
}

/** A block cannot begin with a blank or an empty line, nor end in several empty ones. */
function isBlock(lines: readonly string[]): boolean {
  const [first = "", last = ""] = [lines[0], lines.at(-1)];
  return (
    first !== "" && last !== "" && !first.startsWith(" ") && lines.every((line) => BLOCK_LINE.test(line))
  );
}
