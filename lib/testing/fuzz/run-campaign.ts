import { createDice } from "./dice";
import { findFileProblem, findLineProblem } from "./find-problem";
import { hostileFile } from "./hostile-file";
import { hostileLine } from "./hostile-line";

export interface FoundProblem {
  readonly problem: string;
  readonly input: string;
  /** How many inputs came before it. */
  readonly nth: number;
}

export interface Campaign {
  readonly seed: number;
  readonly from: number;
  readonly count: number;
}

/** One in so many inputs is a CloudTrail file, the others are lines. */
const FILE_EVERY = 8;

/**
 * Throws generated and mutated input at the parsers. Input number n depends on the seed and n alone, so that a find is
 * reproduced by running its number.
 */
export function runCampaign({ seed, from, count }: Campaign): FoundProblem | null {
  for (let nth = from; nth < from + count; nth++) {
    const dice = createDice(Math.imul(seed, 0x9e3779b1) ^ nth);
    const isFile = nth % FILE_EVERY === 0;
    const line = isFile ? null : hostileLine(dice);
    const input = line?.text ?? hostileFile(dice);
    const problem = line === null ? findFileProblem(input) : findLineProblem(line);
    if (problem !== null) return { problem, input, nth };
  }
  return null;
}
