import type { CutOffQuery } from "@/lib/domain/summarize/questions/cut-off/cut-off-query";
import { askedText, loadQuestion, type QuestionAsked } from "./load-question";
import { withoutSecrets } from "./without-secrets";

/** What the page "Are they still in?" is asked. */
export interface CutOffAsked extends QuestionAsked {
  /** null = nobody is asked about. */
  readonly query: CutOffQuery | null;
}

/** Temporary credentials last 36 hours at most. */
const FALLBACK = "2d";

export function loadCutOff(given: URLSearchParams, nowMs: number): CutOffAsked {
  const asked = withoutSecrets(loadQuestion(given, { nowMs, known: ["who"], fallback: FALLBACK }), ["who"]);
  const who = askedText(asked.params, "who");
  return { ...asked, query: who === null ? null : { who, range: asked.range } };
}
