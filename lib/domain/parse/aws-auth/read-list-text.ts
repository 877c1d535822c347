import { findJsonError } from "../find-json-error";
import { parseJson } from "../parse-json";
import { readYaml, type YamlReading } from "./read-yaml";

/** Kubernetes takes no ConfigMap that is larger. */
const LONGEST = 1_000_000;

/**
 * A list's text as Kubernetes turns YAML to JSON: what begins like an object is read as JSON, all else as YAML, of which
 * JSON is a part.
 */
export function readListText(text: string): YamlReading {
  if (text.length >= LONGEST) return refused("it is longer than Kubernetes takes (1 MB)");
  if (!/^\s*\{/.test(text)) return readYaml(text);
  if (parseJson(text).ok) return readYaml(text);
  return refused(findJsonError(text)?.message ?? "no valid JSON");
}

function refused(message: string): YamlReading {
  return { ok: false, problem: { message, place: { line: 1, column: 1 } } };
}
