import type { ConfigurationChange } from "../../configuration/configuration-change";
import { formatDuration } from "../../../time/format-time";
import type { DenialRun } from "./denial-run";

/** A change that may be why denials began. */
export interface Suspect {
  readonly change: ConfigurationChange;
  /**
   * - `decides`: the mappings let somebody in just before it, and not after it.
   * - `between`: it was made between somebody's last grant and first denial.
   */
  readonly how: "decides" | "between";
  readonly because: string;
  /** Roles and users that are denied since. */
  readonly names: readonly string[];
}

const MOST = 10;

/** The changes before the runs, the likeliest first: what decides, then what lies between; of these the one of most, then the newest. */
export function rankChanges(changes: readonly ConfigurationChange[], runs: readonly DenialRun[]): Suspect[] {
  const decisive = changes.flatMap((change) => decides(change, runs));
  const others = changes
    .filter((change) => !decisive.some((one) => one.change === change))
    .flatMap((change) => between(change, runs));
  const rank = (a: Suspect, b: Suspect) =>
    b.names.length - a.names.length || b.change.timeMs - a.change.timeMs;
  return [...decisive.sort(rank), ...others.sort(rank)].slice(0, MOST);
}

function decides(change: ConfigurationChange, runs: readonly DenialRun[]): Suspect[] {
  if (change.part === "rbac" || change.part === "access-policy" || change.kind === "broken") return [];
  const own = runs.filter(({ culprit }) => culprit !== null && culprit.timeMs === change.timeMs);
  if (own.length === 0) return [];
  const because =
    "Just before it the mappings let them in, and just after it they do not: worked out from the configuration of both times.";
  return [{ change, how: "decides", because, names: own.map(({ name }) => name) }];
}

/** Rights decide nothing of who is let in. */
function between(change: ConfigurationChange, runs: readonly DenialRun[]): Suspect[] {
  if (change.part === "rbac" || change.part === "access-policy") return [];
  const own = runs.filter(
    ({ before, first, culprit }) =>
      culprit === null && before !== null && before.timeMs < change.timeMs && change.timeMs <= first.timeMs,
  );
  const [nearest] = [...own].sort((a, b) => a.first.timeMs - b.first.timeMs);
  if (nearest === undefined) return [];
  const because = `It was made between their last grant and their first denial, ${formatDuration(nearest.first.timeMs - change.timeMs)} before that. That it is the cause is not proved.`;
  return [{ change, how: "between", because, names: own.map(({ name }) => name) }];
}
