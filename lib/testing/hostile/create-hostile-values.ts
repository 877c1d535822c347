import { createDice, type Dice } from "../fuzz/dice";
import { callCanary } from "./canary";
import { hostileAddress } from "./hostile-address";
import { hostileLength } from "./hostile-length";
import { hostileLetters } from "./hostile-letters";
import { hostileMarkup } from "./hostile-markup";
import { hostileTemplate } from "./hostile-template";

/** A text that somebody who wants to harm the reader puts where he may choose one. */
export interface HostileValue {
  readonly family: Family;
  /** Stands in the text, and in no other. */
  readonly mark: string;
  readonly text: string;
}

type Family = "markup" | "address" | "template" | "letters" | "length";

/** More than a third of them markup, nearly a third letters; what is long is rare. */
const FAMILIES = [
  ...(["markup", "markup", "markup", "letters", "address", "markup", "letters", "template"] as const),
  ...(["letters", "markup", "markup", "letters", "address", "template", "letters", "length"] as const),
] as const;

/** What looks for marks in a page. */
export const MARK = /gbm\d{5}m/g;

/** The same texts for the same number everywhere; each with a mark of its own. */
export function createHostileValues(count: number, seed = 1): HostileValue[] {
  return Array.from({ length: count }, (_, nth) => {
    const mark = `gbm${String(nth).padStart(5, "0")}m`;
    const family = FAMILIES[nth % FAMILIES.length] ?? "markup";
    const text = write(family, createDice(Math.imul(seed, 0x9e3779b1) ^ nth), mark);
    return { family, mark, text: text.includes(mark) ? text : `${text} ${mark}` };
  });
}

function write(family: Family, dice: Dice, mark: string): string {
  const call = callCanary(dice, mark);
  switch (family) {
    case "markup":
      return hostileMarkup(dice, call);
    case "address":
      return hostileAddress(dice, call, mark);
    case "template":
      return hostileTemplate(dice, call);
    case "letters":
      return hostileLetters(dice, mark);
    case "length":
      return hostileLength(dice, mark);
  }
}
