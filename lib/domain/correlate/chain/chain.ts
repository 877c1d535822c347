import type { EpochMs } from "../../time/time-range";
import type { CallerClass, Confidence } from "../attempt";
import type { Credentials } from "./credentials";
import type { Issued } from "./hop-event";
import type { HopKind } from "./hop-kind";
import type { NameSource } from "./name-source";
import type { OriginFact } from "./origin-fact";
import type { ToldName } from "./told-names";

/** What stands at the start of a session's credentials (DESIGN §1). */
export interface Origin {
  readonly kind: CallerClass;
  /** null where nothing names it. */
  readonly name: string | null;
  readonly nameFrom: NameSource | null;
  /** The weakest join that leads there; null = unknown. */
  readonly confidence: Confidence | null;
  /** Identity Center's id of the person. */
  readonly userId: string | null;
}

/** What is to be said of a hop besides. */
export const HOP_NOTES = [
  /** Two deliveries of one event id differ: one of them is shown. */
  "copies-differ",
  /** Only the record of the role's account is known, which learns little of the caller. */
  "callers-account-unread",
  /** `userIdentity` lacks what its type promises. */
  "caller-incomplete",
  /** Several events fit equally well; all of them are in `alternatives`. */
  "several-fit",
  /** The call gave out the key that it was made with. */
  "self-issued",
  /** Its caller's credentials come, by way of it, from themselves. */
  "cycle",
] as const;
export type HopNote = (typeof HOP_NOTES)[number];

/** One STS or sign-in event on the way from the origin to the session. */
export interface Hop {
  readonly kind: HopKind;
  /** null when several events are equally good: they are then all in `alternatives`. */
  readonly eventId: string | null;
  readonly recordId: string | null;
  readonly confidence: Confidence;
  /** Ids of the same call's other records. */
  readonly twins: readonly string[];
  /** Ids of the events that fit equally well. */
  readonly alternatives: readonly string[];
  readonly timeMs: EpochMs;
  readonly region: string;
  readonly accountId: string | null;
  readonly stream: string;
  /** Who made the call: an ARN, an AWS service, or the name that an identity provider gave. */
  readonly by: string | null;
  /** What the call gave out. */
  readonly issued: Issued | null;
  /** Set when the first role was taken, and kept by all that follow: the caller's own claim, unless an identity provider set it. */
  readonly sourceIdentity: string | null;
  readonly sourceIp: string | null;
  readonly userAgent: string | null;
  readonly notes: readonly HopNote[];
}

/** An event that names a session's key and yet did not issue it. */
export interface SetAside {
  readonly eventId: string;
  readonly recordId: string;
  readonly reason: SetAsideReason;
}

/** It gave the key to another principal, after the key had been used, or at another time than the session began. */
export const SET_ASIDE_REASONS = ["other-principal", "after-use", "other-time"] as const;
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];

/** Why the walk ended where it did. */
export type ChainEnd =
  /** Nothing stands before what it reached. */
  | "origin"
  /** The event that issued these credentials is not among those read. */
  | "issuer-missing"
  /** Several events issued them, and they were not made by the same. */
  | "undecided"
  /** The caller's own account was not read, and the role's account learns little of him. */
  | "callers-account-unread"
  /** Credentials that came from themselves. */
  | "cycle"
  /** More calls than any real chain has. */
  | "too-long";

export interface Chain {
  readonly origin: Origin;
  /** Names that were told on the way, besides the one that counts. */
  readonly told: readonly ToldName[];
  /** What is known of the origin besides its name. */
  readonly facts: readonly OriginFact[];
  /** From the origin to the session. */
  readonly hops: readonly Hop[];
  readonly end: ChainEnd;
  /** Events that name a key of the chain, and cannot have issued it: no hops, but to be told. */
  readonly setAside: readonly SetAside[];
  /** The farthest credentials from the session, and when they were used. */
  readonly first: { readonly credentials: Credentials; readonly usedMs: EpochMs };
}
