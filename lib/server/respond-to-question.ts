import { unknownClusterMessage } from "@/lib/domain/summarize/clusters/unknown-cluster";
import { currentViewer } from "./access/current-viewer";
import type { QuestionAsked } from "@/lib/search-params/questions/load-question";
import type { Endpoint } from "./api/endpoint";
import { getInvestigations } from "./get-investigations";
import { BadParameters, NotThere, respondJson } from "./http-errors";

/** A guided question as its page reads it; null = not enough is given to ask it. */
interface Asked<Q> extends QuestionAsked {
  readonly query: Q | null;
}

interface Question<Q, T> {
  readonly load: (params: URLSearchParams, nowMs: number) => Asked<Q>;
  /** What must be given. */
  readonly needed: readonly string[];
  /** Of which at least one must. */
  readonly anyOf?: readonly string[];
  readonly ask: (query: Q) => Promise<T | null>;
}

/** Answers a guided question strictly: what its page would leave out is refused here, and named. */
export function respondToQuestion<Q, T>(
  request: Request,
  endpoint: Endpoint<T>,
  { load, needed, anyOf = [], ask }: Question<Q, T>,
): Promise<Response> {
  return respondJson(endpoint, async () => {
    const { nowMs, clusters } = await getInvestigations().reportCoverage(currentViewer(), {});
    const { params, problems, query } = load(new URL(request.url).searchParams, nowMs);
    if (problems.length > 0) throw new BadParameters(problems);
    const missing = needed.filter((name) => !params.has(name));
    if (query === null || missing.length > 0)
      throw new BadParameters(
        missing.length > 0 ? missing.map(toNeeded) : anyOf.slice(0, 1).map(toOneOf(anyOf)),
      );
    const answer = await ask(query);
    if (answer === null) throw new NotThere(unknownClusterMessage(params.get("cluster") ?? "", clusters));
    return answer;
  });
}

function toNeeded(parameter: string) {
  return { parameter, message: `Parameter "${parameter}" is needed.` };
}

function toOneOf(names: readonly string[]) {
  return (parameter: string) => ({ parameter, message: `One of these is needed: ${names.join(", ")}.` });
}
