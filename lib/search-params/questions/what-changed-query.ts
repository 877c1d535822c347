import type { WhatChangedQuery } from "@/lib/domain/summarize/questions/what-changed/what-changed-query";
import { askedText, loadQuestion, type QuestionAsked } from "./load-question";
import { withoutSecrets } from "./without-secrets";

/** What the page "What changed before the denials began?" is asked. */
export interface WhatChangedAsked extends QuestionAsked {
  /** null = no cluster is given. */
  readonly query: WhatChangedQuery | null;
}

const FALLBACK = "7d";

export function loadWhatChanged(given: URLSearchParams, nowMs: number): WhatChangedAsked {
  const form = { nowMs, known: ["who", "cluster"], fallback: FALLBACK } as const;
  const asked = withoutSecrets(loadQuestion(given, form), ["who"]);
  const { params, cluster, range } = asked;
  const who = askedText(params, "who");
  const query = cluster === null ? null : { cluster, who, range };
  return { ...asked, query };
}
