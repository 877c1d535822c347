import type { WhoIsBehindQuery } from "@/lib/domain/summarize/questions/who-is-behind/who-is-behind-query";
import { askedText, loadQuestion, type QuestionAsked } from "./load-question";
import { withoutSecrets } from "./without-secrets";

/** What the page "Who is behind a name?" is asked. */
export interface WhoIsBehindAsked extends QuestionAsked {
  /** null = no name is given. */
  readonly query: WhoIsBehindQuery | null;
}

/** As far as is read unless more was asked for. */
const FALLBACK = "14d";

export function loadWhoIsBehind(given: URLSearchParams, nowMs: number): WhoIsBehindAsked {
  const form = { nowMs, known: ["who", "cluster"], fallback: FALLBACK } as const;
  const asked = withoutSecrets(loadQuestion(given, form), ["who"]);
  const { params, cluster, range } = asked;
  const who = askedText(params, "who");
  const query = who === null ? null : { who, cluster, range };
  return { ...asked, query };
}
