import type { CallerClass } from "../../../correlate/attempt";
import type { AttemptOrigin } from "../../../correlate/chain/attempt-origin";
import type { EpochMs } from "../../../time/time-range";
import type { UsernameHolder } from "../../chain/username-holder";

/** Who came, as far as counts tell one from another: by origin and IAM principal; where the origin has no name, by the session's. */
export interface SeenHolder extends UsernameHolder {
  /** null: not traced yet. */
  readonly origin: AttemptOrigin | null;
  /** As the lines of the newest attempt show it. */
  readonly class: CallerClass;
  /** Those of most attempts first; some of them, as of the usernames. */
  readonly sessionNames: readonly string[];
  readonly usernames: readonly string[];
  /** Every one, by name. */
  readonly clusters: readonly string[];
  readonly attempts: number;
  readonly granted: number;
  readonly firstMs: EpochMs;
  readonly lastMs: EpochMs;
  /** The newest attempt. */
  readonly attemptId: string;
}

/** Those of most attempts first. */
export interface SeenHolders {
  readonly rows: readonly SeenHolder[];
  /** How many there are, and their attempts, those included that are not listed. */
  readonly total: number;
  readonly attempts: number;
}
