import type { Answer } from "../wire/answers";
import type { CallFaultKind } from "./fault-plan";

const PROXY_PAGE =
  "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in to the network.</body></html>";

/** What a struck call gets over the wire. */
export function spoilAnswer(kind: CallFaultKind | null, answer: Answer): Answer {
  switch (kind) {
    case "unavailable":
      return { status: 503, headers: {}, body: "" };
    case "cut":
    case "silence":
      return { ...answer, end: kind };
    case "half":
      return { ...answer, body: answer.body.slice(0, answer.body.length / 2) };
    case "empty":
      return { ...answer, body: "" };
    case "html":
      return { status: 200, headers: { "content-type": "text/html" }, body: PROXY_PAGE };
    default:
      return answer;
  }
}
