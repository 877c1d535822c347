import { codeOf } from "./to-source-problem";
import { isUnreadableAnswer, statusOf } from "./unreadable-answer";

/**
 * What a failed request calls for. `throttled`: to slow down; AWS says so by name, with HTTP 400. `passing`: to try
 * again, as after a broken connection, half an answer or a fault inside AWS. `lasting`: nothing that waiting a moment
 * could mend.
 */
export function classifyFailure(error: unknown): "throttled" | "passing" | "lasting" {
  if (codeOf(error) === "throttled") return "throttled";
  if (isUnreadableAnswer(error)) return "passing";
  const { name, code: sign = name } = error as { name?: string; code?: string };
  if (sign === "ECONNRESET" || sign === "EPIPE" || sign === "EAI_AGAIN") return "passing";
  return statusOf(error) >= 500 ? "passing" : "lasting";
}
