import { spanOf } from "@/lib/domain/time/span-of";
import { timeWithin } from "../attempts/counted-rows";
import { isSession, type StaleSession } from "./owner";

/** The attempts of some owners, in SQL over `attempt`. */
export interface Owned {
  /** Each one's owner. */
  readonly owner: string;
  readonly where: string;
}

/**
 * Those of sessions, or those that own themselves; not of both. Numbers, so that no text gets in; with bounds, so that
 * whole blocks are left out.
 */
export function ownedBy(owners: readonly StaleSession[]): Owned {
  const times = spanOf(owners.map(({ usedMs }) => usedMs));
  if (owners.every(({ owner }) => isSession(owner))) {
    const ids = owners.map(({ owner }) => Number(owner));
    const { from, to } = spanOf(ids);
    return {
      owner: "session_id::UHUGEINT",
      where: `time_ms >= ${Math.floor(times.from)} AND session_id >= ${from} AND session_id < ${to}
        AND session_id IN (${ids.join(", ")})`,
    };
  }
  const ids = owners.map(({ owner }) => `${owner}::UHUGEINT`);
  return { owner: "id", where: `${timeWithin(times)} AND id IN (${ids.join(", ")}) AND ${OWNS_ITSELF}` };
}

/** Not so any more once a line came that tells the key: it is the session's then, and what was marked before is void. */
const OWNS_ITSELF =
  "(session_id IS NULL OR session_id IN (SELECT id FROM session WHERE access_key_id IS NULL))";
