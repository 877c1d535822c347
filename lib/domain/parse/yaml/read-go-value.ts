import { decodeNode, openCount } from "./decode-node";
import type { GoValue } from "./go-value";
import { readYaml } from "./read-yaml";
import { refuseInfinite } from "./refuse-infinite";
import { attemptYaml, type YamlAttempt } from "./yaml-problem";

/** The value of a YAML text's first document, as Go has it before it decodes it as JSON. Total, and linear in the text. */
export function readGoValue(text: string): YamlAttempt<GoValue> {
  return attemptYaml(() => {
    const value = readDocument(text);
    refuseInfinite(value);
    return value;
  });
}

/** The same where it never becomes JSON, which has no way to write some numbers. */
export function readPlainValue(text: string): YamlAttempt<GoValue> {
  return attemptYaml(() => readDocument(text));
}

function readDocument(text: string): GoValue {
  const root = readYaml(text);
  return root === null ? { kind: "null", at: 0, text: "", origins: [] } : decodeNode(openCount(), root);
}
