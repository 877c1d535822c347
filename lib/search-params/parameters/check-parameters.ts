import { PARAMETER_RULES, type ParameterName } from "./parameter-rules";

export interface ParameterProblem {
  readonly parameter: string;
  /** One plain sentence, without the offending text: that may be anything. */
  readonly message: string;
}

/** Every problem of the parameters one by one. `known`: what may be given. */
export function checkParameters(params: URLSearchParams, known: readonly string[]): ParameterProblem[] {
  return [...new Set(params.keys())].flatMap((name) => {
    if (!known.includes(name)) return [problem(name, "is not known here")];
    return checkParameter(name as ParameterName, params.getAll(name));
  });
}

function checkParameter(name: ParameterName, values: readonly string[]): ParameterProblem[] {
  const { repeated, check } = PARAMETER_RULES[name];
  if (repeated === null && values.length > 1) return [problem(name, "may be given once only")];
  if (repeated !== null && values.length > repeated)
    return [problem(name, `has more than ${repeated} values`)];
  const message = values.map(check).find((found) => found !== null);
  return message ? [problem(name, message)] : [];
}

function problem(parameter: string, rest: string): ParameterProblem {
  return { parameter, message: `Parameter "${parameter}" ${rest}.` };
}
