import type { EpochMs } from "../../time/time-range";
import type {
  AttemptEntry,
  ChangeEntry,
  FrozenAttempt,
  FrozenRecord,
  Incident,
  NoteEntry,
  RemovedEntry,
} from "./incident";

/** An incident as one viewer sees it; plain JSON. */
export interface IncidentView extends Pick<Incident, "id" | "title" | "state" | "createdMs" | "version"> {
  readonly by: string;
  readonly nowMs: EpochMs;
  /** By the time of what happened, oldest first. */
  readonly entries: readonly EntryView[];
  /** How many entries are of clusters that the viewer may not see. */
  readonly hiddenCount: number;
  readonly mayChange: boolean;
  /** What is to be told of the change that was asked for; null = nothing. */
  readonly said: string | null;
}

interface SeenEntry {
  readonly id: string;
  readonly timeMs: EpochMs;
  readonly addedMs: EpochMs;
  readonly by: string;
}

export type EntryView = AttemptView | ChangeView | NoteView | RemovedView;

export interface AttemptView extends SeenEntry, Pick<FrozenAttempt, "attempt" | "sentence" | "reason"> {
  readonly kind: AttemptEntry["kind"];
  /** What proves it, without its text; see IncidentEvidence. */
  readonly records: readonly Omit<FrozenRecord, "text">[];
}

export interface ChangeView extends SeenEntry, Pick<ChangeEntry, "kind" | "cluster" | "change"> {}

export interface NoteView extends SeenEntry, Pick<NoteEntry, "kind" | "text"> {
  readonly edited: StampView | null;
}

export interface RemovedView extends SeenEntry, Pick<RemovedEntry, "kind" | "was"> {
  readonly removed: StampView;
}

export interface StampView {
  readonly ms: EpochMs;
  readonly by: string;
}

/** One line of the list of incidents. */
export interface IncidentSummary
  extends Pick<Incident, "id" | "title" | "state" | "createdMs" | "changedMs" | "version"> {
  readonly by: string;
  /** Of what the viewer may see. */
  readonly counts: Readonly<Record<"attempt" | "change" | "note", number>>;
  readonly clusters: readonly string[];
}

export interface IncidentList {
  /** Open ones first, then by their last change, newest first. */
  readonly incidents: readonly IncidentSummary[];
  /** Files that cannot be read, each in a sentence; they are left as they are. */
  readonly problems: readonly string[];
  readonly mayChange: boolean;
  /** The incident that was made just now; null = none was. */
  readonly madeId: string | null;
}

/** `refused`: it cannot be done, and says why; `failed`: the file cannot be read or written. Either way nothing was changed. */
export type IncidentOutcome<T> =
  | { readonly kind: "done"; readonly answer: T }
  | { readonly kind: "refused" | "failed" | "not-there"; readonly message: string };
