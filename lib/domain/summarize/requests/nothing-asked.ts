import type { AskedStanding } from "./asked-requests";
import { countAsked } from "./collect-requests";
import type { SourceProblem } from "../coverage/coverage-report";

/** Nothing was read of it, or is remembered. */
export const NOT_ASKED: AskedStanding = {
  ...{ state: "not-asked", readDownToMs: null, pages: 0, isSlowed: false },
  ...countAsked([]),
  ...{ rows: [], next: null, problem: null, notes: [], command: null },
};

/** There is nothing that could be read, and why. */
export function nothingToAsk(message: string, remedy: string): AskedStanding {
  const problem: SourceProblem = { code: "not-found", message, remedy, permission: null };
  return { ...NOT_ASKED, state: "not-possible", problem };
}
