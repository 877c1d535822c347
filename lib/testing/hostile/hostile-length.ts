import type { Dice } from "../fuzz/dice";

const PIECES = ["W", "a/", "\u0e01", "=", "-", "ﷺ", "\u{1f469}\u200d\u{1f4bb}", "x ", "&nbsp;", "𒐫"] as const;

/** Text without end: no spaces, wide letters, a thousand words. */
export function hostileLength({ pick, below }: Dice, mark: string): string {
  return `${mark}${pick(PIECES).repeat(200 + below(1_500))}`;
}
