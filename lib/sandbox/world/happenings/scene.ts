import { DAY } from "../calendar";
import { type Chance, createChance } from "../chance";
import type { DayBook } from "../day-book";

/** Where a happening takes place: one day of one world. */
export interface Scene {
  readonly seed: number;
  readonly day: number;
  readonly startMs: number;
  readonly book: DayBook;
}

export function openScene(seed: number, book: DayBook): Scene {
  return { seed, day: book.day, startMs: book.day * DAY, book };
}

/** Chance of its own for every happening, so that a new one leaves the others as they were. */
export function chanceFor(scene: Scene, label: string): Chance {
  return createChance(`${scene.seed}/${scene.day}/${label}`);
}

/** Key id of temporary credentials. */
export function openKey(scene: Scene, label: string): string {
  return `ASIAEXAMPLE${chanceFor(scene, `key/${label}`).base32(9)}`;
}
