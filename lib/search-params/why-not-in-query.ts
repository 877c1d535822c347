import { findSecret } from "@/lib/domain/parse/pasted/find-secret";
import type { WhyNotInQuery } from "@/lib/domain/summarize/questions/why-not-in/why-not-in-query";
import type { ParameterProblem } from "./check-parameters";
import { askedText, loadQuestion, type QuestionAsked } from "./load-question";

/** What the page "Why can't somebody get in?" is asked. */
export interface WhyNotInAsked extends QuestionAsked {
  readonly cluster: string | null;
  readonly who: string | null;
  readonly fallback: string;
  /** null = not enough is given to ask. */
  readonly query: WhyNotInQuery | null;
}

const FALLBACK = "24h";

/** Gentle, as `loadQuestion`; what holds a secret is neither looked up nor shown again. */
export function loadWhyNotIn(given: URLSearchParams, nowMs: number): WhyNotInAsked {
  const asked = loadQuestion(given, { nowMs, known: ["who", "cluster", "message"], fallback: FALLBACK });
  const { params, range } = asked;
  const secrets = ["who", "message"].filter((name) => findSecret(params.get(name) ?? "") !== null);
  for (const name of secrets) params.delete(name);
  const [who, cluster] = [askedText(params, "who"), askedText(params, "cluster")];
  const query =
    who === null || cluster === null ? null : { who, cluster, range, message: askedText(params, "message") };
  const problems = [...asked.problems, ...secrets.map(toProblem)];
  return { params, range, problems, who, cluster, fallback: FALLBACK, query };
}

function toProblem(parameter: string): ParameterProblem {
  return {
    parameter,
    message: `Parameter "${parameter}" holds a secret and was not read. Take the address out of your browser's history, and renew the secret.`,
  };
}
