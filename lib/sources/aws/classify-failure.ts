import { codeOf } from "./to-source-problem";

/**
 * What a failed request calls for. `throttled`: to slow down; AWS says so by name, with HTTP 400. `passing`: to try
 * again, as after a broken connection or a fault inside AWS. `lasting`: nothing that waiting a moment could mend.
 */
export function classifyFailure(error: unknown): "throttled" | "passing" | "lasting" {
  const code = codeOf(error);
  if (code === "throttled") return "throttled";
  const { name, code: sign = name, $metadata } = error as { name?: string; code?: string } & Answered;
  if (sign === "ECONNRESET" || sign === "EPIPE" || sign === "EAI_AGAIN") return "passing";
  return ($metadata?.httpStatusCode ?? 0) >= 500 ? "passing" : "lasting";
}

interface Answered {
  readonly $metadata?: { readonly httpStatusCode?: number };
}
