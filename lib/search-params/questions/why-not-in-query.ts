import type { WhyNotInQuery } from "@/lib/domain/summarize/questions/why-not-in/why-not-in-query";
import { askedText, loadQuestion, type QuestionAsked } from "./load-question";
import { withoutSecrets } from "./without-secrets";

/** What the page "Why can't somebody get in?" is asked. */
export interface WhyNotInAsked extends QuestionAsked {
  readonly who: string | null;
  /** null = not enough is given to ask. */
  readonly query: WhyNotInQuery | null;
}

const FALLBACK = "24h";

/** Gentle, as `loadQuestion`. */
export function loadWhyNotIn(given: URLSearchParams, nowMs: number): WhyNotInAsked {
  const form = { nowMs, known: ["who", "cluster", "message"], fallback: FALLBACK } as const;
  const asked = withoutSecrets(loadQuestion(given, form), ["who", "message"]);
  const { params, cluster, range } = asked;
  const who = askedText(params, "who");
  const message = askedText(params, "message");
  const query = who === null || cluster === null ? null : { who, cluster, range, message };
  return { ...asked, who, query };
}
