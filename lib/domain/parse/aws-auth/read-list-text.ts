import { findJsonError } from "../find-json-error";
import type { GoValue } from "../yaml/go-value";
import { readGoValue } from "../yaml/read-go-value";
import type { YamlAttempt } from "../yaml/yaml-problem";
import { trimGoSpace } from "./go-space";

/**
 * A list's text as Kubernetes turns YAML to JSON: what begins like an object is read as JSON, and an object is no list; all
 * else is read as YAML, of which JSON's lists are a part.
 */
export function readListText(text: string): YamlAttempt<GoValue> {
  if (!trimGoSpace(text).startsWith("{")) return readGoValue(text);
  const error = findJsonError(text);
  if (error === null)
    return { ok: true, value: { kind: "object", at: text.indexOf("{"), members: new Map() } };
  return { ok: false, problem: { words: error.message, at: error.position, isOurLimit: false } };
}
