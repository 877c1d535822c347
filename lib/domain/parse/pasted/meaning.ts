import { IDENTITY_KINDS, type IdentityKind } from "../../identity/identity-ref";

/** What a pasted text can lead to: an identity, or the attempt that a record belongs to. */
export const MEANING_KINDS = [
  ...IDENTITY_KINDS,
  /** Gatebook's id of an attempt. */
  "attempt",
  /** CloudTrail's id of an event. */
  "event",
  /** CloudWatch's id of a log event. */
  "record",
  /** A whole line of the authenticator's log, as it was printed. */
  "line",
] as const;
export type MeaningKind = (typeof MEANING_KINDS)[number];

/** One thing that a text may mean; whether there is such a thing, the store knows. */
export interface Meaning {
  readonly kind: MeaningKind;
  readonly value: string;
}

/** More are not asked for at once. */
export const MOST_MEANINGS = 40;
/** Longer lines are not asked for as a whole. */
export const LONGEST_MEANING = 4_096;

/** `kind:value`. */
export function printMeaning({ kind, value }: Meaning): string {
  return `${kind}:${value}`;
}

/** null: not of that shape, or of a kind that there is not. */
export function parseMeaning(text: string): Meaning | null {
  const colon = text.indexOf(":");
  const kind = MEANING_KINDS.find((one) => one === text.slice(0, Math.max(colon, 0)));
  const value = text.slice(colon + 1);
  return kind === undefined || value === "" || value.length > LONGEST_MEANING ? null : { kind, value };
}

export function isIdentity(kind: MeaningKind): kind is IdentityKind {
  return (IDENTITY_KINDS as readonly string[]).includes(kind);
}

/** Each meaning once, where it stands first; empty ones, and those beyond any name's length, are left out. */
export function distinctTiers(tiers: readonly (readonly Meaning[])[]): Meaning[][] {
  const seen = new Set<string>();
  const isFresh = (meaning: Meaning) => {
    const id = printMeaning(meaning);
    if (seen.has(id) || parseMeaning(id) === null) return false;
    seen.add(id);
    return true;
  };
  return tiers.map((tier) => tier.filter(isFresh)).filter((tier) => tier.length > 0);
}
