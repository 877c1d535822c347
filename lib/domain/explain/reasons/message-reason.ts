import { isNameless } from "../../parse/pasted/read-message";
import type { ReasonCode } from "./registry";

/** Words of kubectl, client-go and the console, by what stands in them. First match wins. */
const PARTS: readonly (readonly [part: string, code: ReasonCode])[] = [
  ["client.authentication.k8s.io/v1alpha1", "exec-api-version"],
  ["does not have access to Kubernetes objects", "console-no-objects"],
  ["is forbidden: User ", "forbidden"],
  ["couldn't get current server API group list", "unauthorized"],
];

const UNREACHED = ["i/o timeout", "no such host", "connection refused", "no route to host"];

/**
 * What a message that somebody saw on his side, and pastes, means; null = it is none of them. The message is anybody's
 * text: only its words count, and nothing is proved by it.
 */
export function reasonOfMessage(text: string): ReasonCode | null {
  // What the network says stands behind the words that kubectl begins every failure with.
  if (UNREACHED.some((part) => text.includes(part)) && /dial tcp|Unable to connect/.test(text)) {
    return "endpoint-unreachable";
  }
  if (/executable \S{1,200} not found/.test(text)) return "exec-not-found";
  const code = PARTS.find(([part]) => text.includes(part))?.[1];
  return code ?? (isNameless(text.trim()) ? "unauthorized" : null);
}
