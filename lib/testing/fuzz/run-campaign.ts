import { createDice, type Dice } from "./dice";
import { findConfigMapProblem } from "./find-config-map-problem";
import { findFileProblem, findLineProblem } from "./find-problem";
import { hostileConfigMap } from "./hostile-config-map";
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

/** One in so many inputs is a CloudTrail file, one in so many aws-auth; the others are lines. */
const FILE_EVERY = 8;
const CONFIG_MAP_EVERY = 64;

/**
 * Throws generated and mutated input at the parsers. Input number n depends on the seed and n alone, so that a find is
 * reproduced by running its number.
 */
export function runCampaign({ seed, from, count }: Campaign): FoundProblem | null {
  for (let nth = from; nth < from + count; nth++) {
    const { problem, input } = tryOne(createDice(Math.imul(seed, 0x9e3779b1) ^ nth), nth);
    if (problem !== null) return { problem, input, nth };
  }
  return null;
}

function tryOne(dice: Dice, nth: number): { readonly problem: string | null; readonly input: string } {
  if (nth % CONFIG_MAP_EVERY === 1) {
    const input = hostileConfigMap(dice);
    return { problem: findConfigMapProblem(input), input };
  }
  if (nth % FILE_EVERY === 0) {
    const input = hostileFile(dice);
    return { problem: findFileProblem(input), input };
  }
  const line = hostileLine(dice);
  return { problem: findLineProblem(line), input: line.text };
}
