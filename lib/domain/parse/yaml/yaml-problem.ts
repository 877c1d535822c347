import type { Mark } from "./mark";

/** Why a text is no YAML. */
export interface YamlProblem {
  /** In the words of the authenticator's YAML library, which it prints; or our own, where it would read what we do not. */
  readonly words: string;
  /** In UTF-16 units from the start of the text. */
  readonly at: number;
  /** True = the text is beyond our own limits, and the authenticator may well have read it. */
  readonly isOurLimit: boolean;
}

/** Carries a problem from any depth to `attemptYaml`, which lets none of them out. */
export class YamlFailure extends Error {
  readonly problem: YamlProblem;

  constructor(problem: YamlProblem) {
    super(problem.words);
    this.problem = problem;
  }
}

/** The library counts lines from 0 here and leaves line 0 out, so that its line is one too low. */
export function failAsParser(words: string, { at, line }: Mark): never {
  fail(line === 0 ? words : `line ${line}: ${words}`, at);
}

/** Where characters make no token, the library counts lines from 1, and still leaves the first out. */
export function failAsScanner(words: string, { at, line }: Mark): never {
  fail(line === 0 ? words : `line ${line + 1}: ${words}`, at);
}

export function fail(words: string, at: number): never {
  failPlainly(`yaml: ${words}`, at);
}

/** What Go's JSON, or the step to it, refuses. */
export function failPlainly(words: string, at: number): never {
  throw new YamlFailure({ words, at, isOurLimit: false });
}

export function failAtLimit(words: string, at: number): never {
  throw new YamlFailure({ words, at, isOurLimit: true });
}

export type YamlAttempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: YamlProblem };

/** The one place where a failure ends. */
export function attemptYaml<T>(read: () => T): YamlAttempt<T> {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (error instanceof YamlFailure) return { ok: false, problem: error.problem };
    throw error;
  }
}
