import { findSecret } from "@/lib/domain/parse/pasted/find-secret";
import type { ParameterProblem } from "../parameters/check-parameters";
import type { QuestionAsked } from "./load-question";

/** A question without the texts that hold a secret: they are neither looked up nor shown again. */
export function withoutSecrets(asked: QuestionAsked, names: readonly string[]): QuestionAsked {
  const params = new URLSearchParams(asked.params);
  const secrets = names.filter((name) => findSecret(params.get(name) ?? "") !== null);
  for (const name of secrets) params.delete(name);
  return { ...asked, params, problems: [...asked.problems, ...secrets.map(toProblem)] };
}

function toProblem(parameter: string): ParameterProblem {
  return {
    parameter,
    message: `Parameter "${parameter}" holds a secret and was not read. Take the address out of your browser's history, and renew the secret.`,
  };
}
