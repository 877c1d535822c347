import type { Meaning, MeaningKind } from "./meaning";

/** What a text was understood as. */
export type PastedAs =
  | MeaningKind
  | "name"
  | "email"
  | "system-name"
  | "line-of-start"
  | "cloudtrail-record"
  | "audit-event"
  | "user-info"
  | "message"
  | "text";

/** What a text may mean: the first tier of which anything is known wins, so that the most telling part leads. */
export interface Reading {
  readonly as: PastedAs;
  readonly tiers: readonly (readonly Meaning[])[];
}
