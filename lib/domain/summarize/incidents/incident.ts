import type { TracedAttempt } from "../../correlate/chain/attempt-origin";
import type { ReasonCode } from "../../explain/reasons/registry";
import type { SentencePart } from "../../explain/sentence-part";
import type { EpochMs } from "../../time/time-range";
import type { ConfigurationChange } from "../configuration/configuration-change";

/** What people collected of one incident. Entries stand in the order in which they were added. */
export interface Incident {
  readonly id: string;
  readonly title: string;
  readonly state: "open" | "closed";
  readonly createdMs: EpochMs;
  readonly by: IncidentPerson;
  /** One more with each change, so that nobody writes over what he has not seen. */
  readonly version: number;
  readonly changedMs: EpochMs;
  readonly entries: readonly IncidentEntry[];
}

/** Whoever did something with an incident. */
export interface IncidentPerson {
  /** As the viewer's. */
  readonly id: string;
  readonly name: string;
}

export type IncidentEntry = AttemptEntry | ChangeEntry | NoteEntry | RemovedEntry;

interface Added {
  readonly id: string;
  readonly addedMs: EpochMs;
  readonly by: IncidentPerson;
}

/** An attempt as it was known when it was added; it stays when the store has forgotten it. */
export interface AttemptEntry extends Added {
  readonly kind: "attempt";
  readonly frozen: FrozenAttempt;
}

/** A change of a cluster's configuration as it was known when it was added. */
export interface ChangeEntry extends Added {
  readonly kind: "change";
  readonly cluster: string;
  readonly change: ConfigurationChange;
}

export interface NoteEntry extends Added {
  readonly kind: "note";
  readonly text: string;
  /** The last time its text was changed; null = never. */
  readonly edited: Stamp | null;
}

/** The mark that a removed entry leaves. */
export interface RemovedEntry extends Added {
  readonly kind: "removed";
  readonly was: "attempt" | "change" | "note";
  /** Where it stood in the timeline. */
  readonly timeMs: EpochMs;
  /** null = it was a note. */
  readonly cluster: string | null;
  readonly removed: Stamp;
}

export interface Stamp {
  readonly ms: EpochMs;
  readonly by: IncidentPerson;
}

export interface FrozenAttempt {
  readonly attempt: TracedAttempt;
  /** What happened, as it was told then. */
  readonly sentence: readonly SentencePart[];
  readonly reason: FrozenReason | null;
  readonly records: readonly FrozenRecord[];
}

export interface FrozenReason {
  readonly code: ReasonCode;
  readonly title: string;
  readonly meaning: string;
}

/** A source record that proves something of an attempt. */
export interface FrozenRecord {
  readonly recordId: string;
  /** AWS's id; null = it has none. */
  readonly eventId: string | null;
  /** Log line, the GetCallerIdentity event, or an event of the chain. */
  readonly kind: "line" | "sts-event" | "hop";
  /** Empty when it could not be read. */
  readonly text: string;
  /** What is to be said of the text: cut, or why it could not be read; null = it is whole. */
  readonly note: string | null;
  /** SHA-256 of `text` in UTF-8, in hexadecimal; null = there is no text. */
  readonly sha256: string | null;
}

export const MOST_ENTRIES = 500;
export const MOST_ADDED_AT_ONCE = 100;
/** In UTF-16 units, as a text field counts. */
export const LONGEST_TITLE = 200;
export const LONGEST_NOTE = 4_000;
/** A change of a long text is kept so far. */
export const MOST_DIFF_LINES = 500;
