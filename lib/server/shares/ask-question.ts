import type { Investigations } from "@/lib/ports/investigations";
import type { Viewer } from "@/lib/ports/viewer";
import { loadClusterAdmin } from "@/lib/search-params/questions/cluster-admin-query";
import { loadCutOff } from "@/lib/search-params/questions/cut-off-query";
import { loadMappingUse } from "@/lib/search-params/questions/mapping-use-query";
import { loadWhatChanged } from "@/lib/search-params/questions/what-changed-query";
import { loadWhoDidThis } from "@/lib/search-params/questions/who-did-this-query";
import { loadWhoIsBehind } from "@/lib/search-params/questions/who-is-behind-query";
import { loadWhyNotIn } from "@/lib/search-params/questions/why-not-in-query";

interface Question {
  readonly title: string;
  /** null = the address does not ask all that it takes, or there is no such cluster. */
  readonly ask: (asked: Asked) => Promise<{ readonly query: object; readonly answer: object } | null>;
}

interface Asked {
  readonly investigations: Investigations;
  readonly viewer: Viewer;
  readonly params: URLSearchParams;
  readonly nowMs: number;
}

/** The guided questions by the last part of their addresses. */
export const questionsToShare: ReadonlyMap<string, Question> = new Map<string, Question>([
  question("who-is-behind", "Who is behind a name?", loadWhoIsBehind, "whoIsBehind"),
  question("who-did-this", "Who did this?", loadWhoDidThis, "whoDidThis"),
  question("why-not-in", "Why can somebody not get in?", loadWhyNotIn, "whyNotIn"),
  question("cut-off", "Is somebody still in?", loadCutOff, "cutOff"),
  question("what-changed", "What changed?", loadWhatChanged, "whatChanged"),
  question("who-used-cluster-admin", "Who used cluster-admin?", loadClusterAdmin, "clusterAdmin"),
  question("mapping-use", "Are mappings still used?", loadMappingUse, "mappingUse"),
]);

type Name =
  | "whoIsBehind"
  | "whoDidThis"
  | "whyNotIn"
  | "cutOff"
  | "whatChanged"
  | "clusterAdmin"
  | "mappingUse";
type Load = (params: URLSearchParams, nowMs: number) => { readonly query: object | null };

function question(slug: string, title: string, load: Load, name: Name): [string, Question] {
  const ask = async ({ investigations, viewer, params, nowMs }: Asked) => {
    const { query } = load(params, nowMs);
    if (query === null) return null;
    // Each loads what its own question takes: the table above pairs them.
    const answer = await investigations[name](viewer, query as never);
    return answer === null ? null : { query, answer };
  };
  return [slug, { title, ask }];
}
