import type { MappingUseQuery } from "@/lib/domain/summarize/questions/mapping-use/mapping-use-query";
import { loadQuestion, type QuestionAsked } from "./load-question";

/** What the page "Is anyone still using this mapping?" is asked. */
export interface MappingUseAsked extends QuestionAsked {
  /** null = no cluster is given. */
  readonly query: MappingUseQuery | null;
}

/** It is asked of all that was read, never of a time. */
export function loadMappingUse(given: URLSearchParams, nowMs: number): MappingUseAsked {
  const form = { nowMs, known: ["cluster"], fallback: "24h", isTimeless: true } as const;
  const asked = loadQuestion(given, form);
  const { cluster } = asked;
  return { ...asked, query: cluster === null ? null : { cluster } };
}
