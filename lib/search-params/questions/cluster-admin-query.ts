import type { ClusterAdminQuery } from "@/lib/domain/summarize/questions/cluster-admin/cluster-admin-query";
import { loadQuestion, type QuestionAsked } from "./load-question";

/** What the page "Who used cluster-admin?" is asked. */
export interface ClusterAdminAsked extends QuestionAsked {
  /** null = no cluster is given. */
  readonly query: ClusterAdminQuery | null;
}

const FALLBACK = "7d";

export function loadClusterAdmin(given: URLSearchParams, nowMs: number): ClusterAdminAsked {
  const asked = loadQuestion(given, { nowMs, known: ["cluster"], fallback: FALLBACK });
  const { cluster, range } = asked;
  const query = cluster === null ? null : { cluster, range };
  return { ...asked, query };
}
