import type { Dice } from "../fuzz/dice";

const NAMES = ["admin", "alice@example.com", "system:masters", "kubernetes-admin", "prod"] as const;
const BIDI = [
  "\u202a",
  "\u202b",
  "\u202d",
  "\u202e",
  "\u2066",
  "\u2067",
  "\u2068",
  "\u200e",
  "\u200f",
] as const;
const UNSEEN = [
  "\u200b",
  "\u200c",
  "\u200d",
  "\u2060",
  "\ufeff",
  "\u00ad",
  "\u{e0041}",
  "\u{e007f}",
  "\u180e",
] as const;
const CONTROL = [
  "\u0000",
  "\u0007",
  "\b",
  "\u001b[2J",
  "\u001b]0;x\u0007",
  "\u009b31m",
  "\u007f",
  "\r",
  "\n",
] as const;
const OTHERS: Readonly<Record<string, string>> = { a: "а", e: "е", o: "о", i: "і", s: "ѕ", c: "с", p: "р" };

/** Names whose letters are turned round, unseen, of another alphabet, or piled up. */
export function hostileLetters(dice: Dice, mark: string): string {
  const { pick, below } = dice;
  const name = pick(NAMES);
  const at = below(name.length);
  const put = (letters: string) => `${name.slice(0, at)}${letters}${name.slice(at)} ${mark}`;
  switch (below(6)) {
    case 0:
      return put(pick(BIDI));
    case 1:
      return `${pick(BIDI)}${pick(BIDI)}${put(pick(UNSEEN))}`;
    case 2:
      return put(pick(UNSEEN));
    case 3:
      return put(pick(CONTROL));
    case 4:
      return `${[...name].map((letter) => OTHERS[letter] ?? letter).join("")} ${mark}`;
    default:
      return put(`\u0301\u0489\u20dd`.repeat(1 + below(60)));
  }
}
