import { decodeNode, openCount } from "./decode-node";
import type { GoValue } from "./go-value";
import { readYaml } from "./read-yaml";
import { attemptYaml, type YamlAttempt } from "./yaml-problem";

/** The value of a YAML text's first document, as Go has it before it decodes it as JSON. Total, and linear in the text. */
export function readGoValue(text: string): YamlAttempt<GoValue> {
  return attemptYaml(() => {
    const root = readYaml(text);
    return root === null ? { kind: "null", at: 0, text: "", origins: [] } : decodeNode(openCount(), root);
  });
}
