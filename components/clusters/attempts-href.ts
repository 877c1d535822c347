import { wholeSeconds } from "@/lib/domain/time/whole-seconds";
import { canonicalQuery, EMPTY_VIEW } from "@/lib/search-params/attempts/attempt-view";

interface AttemptsOf {
  readonly denied?: boolean;
  readonly range?: { readonly from: number; readonly to: number };
}

/** The attempts of a cluster: of the last 24 hours, or of a stretch of time with the noise, since all of it counts there. */
export function attemptsHref(cluster: string, { denied = false, range }: AttemptsOf = {}): string {
  const view = { ...EMPTY_VIEW, cluster: [cluster], decision: denied ? (["denied"] as const) : [] };
  const wide = range && { ...wholeSeconds(range), noise: "show" as const };
  return `/attempts${canonicalQuery({ ...view, ...wide, decision: [...view.decision] })}`;
}
