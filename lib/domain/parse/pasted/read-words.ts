import type { Meaning } from "./meaning";
import { readValue } from "./read-value";
import type { PastedAs, Reading } from "./reading";
import { trimPasted } from "./trim-pasted";

/** A sentence is looked through so far. */
const MOST_WORDS = 400;
const MOST_MEANINGS = 8;

/** Shapes that stand for themselves within a sentence; a bare word there is but a word. */
const TELLING: ReadonlySet<PastedAs> = new Set<PastedAs>([
  "key",
  "unique-id",
  "uid",
  "session",
  "role",
  "user",
  "root",
  "federated-user",
  "workload",
  "instance",
  "event",
  "record",
  "email",
]);

/** Any other text: whatever in it has a telling shape, all in one tier. null = nothing has. */
export function readWords(text: string): Reading | null {
  const words = text.split(/[\s"'`()[\]{}<>|;]/, MOST_WORDS * 4).filter((word) => word !== "");
  const readings = words
    .slice(0, MOST_WORDS)
    .map((word) => readValue(afterEquals(trimPasted(word))))
    .filter((reading) => TELLING.has(reading.as));
  const first = readings.flatMap(({ tiers }): readonly Meaning[] => tiers[0] ?? []);
  if (first.length === 0) return null;
  const later = readings.flatMap(({ tiers }) => tiers.slice(1, 2));
  return { as: "text", tiers: [first.slice(0, MOST_MEANINGS), ...later.slice(0, MOST_MEANINGS)] };
}

function afterEquals(word: string): string {
  const equals = word.indexOf("=");
  return /^[A-Za-z_]+$/.test(word.slice(0, Math.max(0, equals))) ? word.slice(equals + 1) : word;
}
