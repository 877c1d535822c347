import type { MarkEvidence, StoredMark } from "../../correlate/configuration/item-revision";
import type { MarkAuthor, MarkPart } from "../../parse/configuration-marks/configuration-mark";
import type { EpochMs } from "../../time/time-range";

/** A change of the configuration, to be named and found. */
export interface ChangeRef {
  readonly timeMs: EpochMs;
  readonly part: MarkPart;
  /** Which entry, policy or object; "" = the whole part. */
  readonly key: string;
  readonly tells: StoredMark["tells"];
  readonly by: MarkAuthor | null;
  readonly evidence: MarkEvidence | null;
}

export function toChangeRef({ timeMs, part, key, tells, by, evidence }: StoredMark): ChangeRef {
  return { timeMs, part, key, tells, by, evidence };
}
