import type { TimeRange } from "@/lib/domain/time/time-range";
import { checkParameters, type ParameterProblem } from "../parameters/check-parameters";
import { parseInstantText } from "../parameters/instant-text";
import type { ParameterName } from "../parameters/parameter-rules";
import { upgradeParams } from "../parameters/url-versions";
import { toTimeRange } from "../attempts/view-range";

/** What a guided question is asked. */
export interface QuestionAsked {
  /** What was given, without what is empty or was left out. */
  readonly params: URLSearchParams;
  /** null = none is given. */
  readonly cluster: string | null;
  readonly range: TimeRange;
  /** The time that is meant where none is given: `24h`. */
  readonly fallback: string;
  readonly problems: readonly ParameterProblem[];
}

interface QuestionForm {
  readonly nowMs: number;
  /** What may be given beside the time. */
  readonly known: readonly ParameterName[];
  readonly fallback: string;
  /** It takes no time: all that was read is asked. Absent = it does. */
  readonly isTimeless?: boolean;
}

const TIMES: readonly ParameterName[] = ["range", "from", "to"];

/** Reads a question's address gently: empty fields ask for nothing, what cannot be read is left out and named. Total. */
export function loadQuestion(given: URLSearchParams, form: QuestionForm): QuestionAsked {
  const filled = new URLSearchParams([...given].filter(([, value]) => value.trim() !== ""));
  const params = upgradeParams(filled);
  if (params === null) {
    filled.delete("v");
    const left = loadQuestion(filled, form);
    return { ...left, problems: [UNKNOWN_VERSION, ...left.problems] };
  }
  const problems = checkParameters(params, form.isTimeless === true ? form.known : [...form.known, ...TIMES]);
  for (const { parameter } of problems) params.delete(parameter);
  const range = rangeOf(params, form);
  const asked = { params, cluster: askedText(params, "cluster"), fallback: form.fallback };
  if (range.from < range.to) return { ...asked, range, problems };
  for (const name of ["from", "to"]) params.delete(name);
  return { ...asked, range: rangeOf(params, form), problems: [...problems, TURNED] };
}

function rangeOf(params: URLSearchParams, { nowMs, fallback }: QuestionForm): TimeRange {
  const [from, to] = [params.get("from"), params.get("to")].map((text) =>
    text === null ? null : parseInstantText(text),
  );
  return toTimeRange({ range: params.get("range") ?? fallback, from: from ?? null, to: to ?? null }, nowMs);
}

/** A text that is asked for; null = it is not given. */
export function askedText(params: URLSearchParams, name: ParameterName): string | null {
  const text = params.get(name)?.trim() ?? "";
  return text === "" ? null : text;
}

const UNKNOWN_VERSION: ParameterProblem = {
  parameter: "v",
  message: 'Parameter "v" names a version of links that this Gatebook does not know.',
};

const TURNED: ParameterProblem = {
  parameter: "from",
  message: 'Parameter "from" must be before "to", and before now.',
};
