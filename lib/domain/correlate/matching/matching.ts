import type { PairedAttempt } from "../paired-attempt";
import type { StsCandidate } from "../sts-candidate";
import type { BandAssignment } from "./band-assignment";
import type { StsMatchWithRefs } from "./sts-match";

/** What matching works on, and where it writes: `matches[i]` belongs to `attempts[i]`. */
export interface Matching {
  readonly attempts: readonly PairedAttempt[];
  readonly events: readonly StsCandidate[];
  readonly regionOf: (cluster: string) => string;
  readonly band: BandAssignment;
  readonly matches: (StsMatchWithRefs | null)[];
}
