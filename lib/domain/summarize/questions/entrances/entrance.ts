import type { CallerClass, Confidence } from "../../../correlate/attempt";
import { type AttemptOrigin, classToFold, kindOf } from "../../../correlate/chain/attempt-origin";
import type { MappedCaller } from "../../../explain/mapping/mapped-caller";
import { roleNameOf } from "../../../identity/principal";
import type { EpochMs, TimeRange } from "../../../time/time-range";

/** Grants of one who came in to a cluster as one identity within one stretch of time. Nodes of one role are counted together. */
export interface Entrance {
  /** How many of the bounds that were given lie before it, or at its begin. */
  readonly stretch: number;
  readonly class: CallerClass;
  /** null: not traced yet, or several nodes. */
  readonly origin: AttemptOrigin | null;
  /** With the newest session; null = the log does not say who it was. */
  readonly caller: MappedCaller | null;
  /** The most frequent. */
  readonly sessionNames: readonly string[];
  readonly username: string;
  readonly groups: readonly string[];
  readonly attempts: number;
  readonly firstMs: EpochMs;
  readonly lastMs: EpochMs;
  /** The newest. */
  readonly attemptId: string;
}

export interface EntrancesAsked {
  readonly cluster: string;
  readonly range: TimeRange;
  /** Where one stretch ends and the next begins, oldest first. */
  readonly bounds: readonly EpochMs[];
  readonly limit: number;
}

/** Somebody, or several of a kind, who came in. */
export interface Comer {
  readonly kind: CallerClass;
  /** Who is behind it, as far as the records lead; else the session, or the role or user. */
  readonly name: string;
  /** How sure that is; null = nothing leads to anybody yet. */
  readonly confidence: Confidence | null;
}

export function comerOf({ class: byLines, origin, caller, username }: Entrance): Comer {
  const folded = classToFold(byLines, origin);
  const kind = folded === "node" || folded === "aws" ? folded : kindOf({ class: byLines, origin });
  const role = roleNameOf(caller?.canonicalArn ?? "");
  const confidence = origin?.confidence ?? null;
  // Sessions of AWS's own actors are numbered.
  if (folded === "aws") return { kind, name: username.startsWith("eks:") ? username : role, confidence };
  if (folded === "node") return { kind, name: role, confidence };
  const name = origin?.name ?? origin?.userId ?? (caller?.sessionName || role || username);
  return { kind, name, confidence };
}
