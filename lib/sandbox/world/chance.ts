const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Reproducible chance: the same key gives the same sequence, on every machine. */
export interface Chance {
  /** 0 ≤ x < 1. */
  next(): number;
  /** Whole number, both ends included. */
  int(min: number, max: number): number;
  /** true in `share` of the cases, 0 to 1. */
  happens(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  hex(length: number): string;
  uuid(): string;
  /** The free end of an AWS unique id or key id: A–Z, 2–7. */
  base32(length: number): string;
  digits(length: number): string;
}

export function createChance(key: string): Chance {
  const next = mulberry32(hash32(key));
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const text = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet.charAt(int(0, alphabet.length - 1))).join("");
  const hex = (length: number): string => {
    let digits = "";
    while (digits.length < length)
      digits += Math.floor(next() * 2 ** 32)
        .toString(16)
        .padStart(8, "0");
    return digits.slice(0, length);
  };
  return {
    next,
    int,
    happens: (share) => next() < share,
    pick: (list) => pickFrom(list, next()),
    hex,
    uuid: () => uuidOf(hex(32)),
    base32: (length) => text(BASE32, length),
    digits: (length) => text("0123456789", length),
  };
}

function pickFrom<T>(list: readonly T[], share: number): T {
  const item = list[Math.floor(share * list.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

/** Version 4, variant 8. */
function uuidOf(hex: string): string {
  const third = `4${hex.slice(13, 16)}`;
  const fourth = `8${hex.slice(17, 20)}`;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${third}-${fourth}-${hex.slice(20)}`;
}

/** FNV-1a with a final mix. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
