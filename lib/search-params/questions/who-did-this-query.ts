import type { WhoDidThisQuery } from "@/lib/domain/summarize/questions/who-did-this/who-did-this-query";
import { askedText, loadQuestion, type QuestionAsked } from "./load-question";
import { withoutSecrets } from "./without-secrets";

/** By what something that was done is known: at least one of them is needed. */
export const DEED_PARAMETERS = ["verb", "resource", "namespace", "name", "username"] as const;

/** What the page "Who did this?" is asked. */
export interface WhoDidThisAsked extends QuestionAsked {
  /** null = nothing is given of what was done. */
  readonly query: WhoDidThisQuery | null;
}

const FALLBACK = "24h";

export function loadWhoDidThis(given: URLSearchParams, nowMs: number): WhoDidThisAsked {
  const form = { nowMs, known: [...DEED_PARAMETERS, "cluster"], fallback: FALLBACK } as const;
  const asked = withoutSecrets(loadQuestion(given, form), DEED_PARAMETERS);
  const { params, cluster, range } = asked;
  const deed = {
    verb: askedText(params, "verb"),
    resource: askedText(params, "resource"),
    namespace: askedText(params, "namespace"),
    name: askedText(params, "name"),
    username: askedText(params, "username"),
  };
  const isGiven = Object.values(deed).some((one) => one !== null);
  return { ...asked, query: isGiven ? { ...deed, cluster, range } : null };
}
