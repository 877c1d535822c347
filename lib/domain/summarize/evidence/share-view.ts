import type { EpochMs } from "../../time/time-range";
import type { Evidence } from "./evidence";

/** What a share is to be made of. */
export interface ShareWish {
  /** Path and query of the view: an attempt, the list of attempts, a question or a cluster. */
  readonly view: string;
  readonly level: Evidence["level"];
  readonly note: string;
}

export type ShareChange =
  /** Shows what they would see; nothing is kept. */
  | (ShareWish & { readonly kind: "preview" })
  /** `linkHours`: how long anyone with its secret can open it; null = only who signs in can. */
  | (ShareWish & { readonly kind: "create"; readonly linkHours: number | null })
  /** A new secret; the one before opens no more. */
  | { readonly kind: "renew-link"; readonly id: string; readonly linkHours: number }
  | { readonly kind: "revoke-link"; readonly id: string }
  | { readonly kind: "delete"; readonly id: string };

export interface ShareSummary extends Pick<Evidence, "kind" | "title" | "level"> {
  readonly id: string;
  readonly ownerName: string;
  readonly createdMs: EpochMs;
  readonly view: string;
  /** Until when its secret opens it; null = it has none that is not expired. */
  readonly linkExpiresMs: EpochMs | null;
}

/** One's own; an admin's are all. Newest first. */
export interface ShareList {
  readonly shares: readonly ShareSummary[];
  readonly problems: readonly string[];
  /** Whether anyone-links can be made here. */
  readonly allowsLinks: boolean;
  readonly levels: readonly Evidence["level"][];
  /** What was made just now; null = nothing. */
  readonly madeId: string | null;
  /** Of the link that was made just now; it is not told again. */
  readonly secret: string | null;
  readonly preview: Evidence | null;
}

export const LONGEST_SHARE_NOTE = 2_000;

export type ShareOutcome<T> =
  | { readonly kind: "done"; readonly answer: T }
  | { readonly kind: "not-there" | "refused" | "failed"; readonly message: string }
  | { readonly kind: "wait"; readonly seconds: number; readonly message: string };
