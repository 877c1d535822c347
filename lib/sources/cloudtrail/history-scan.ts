import { TRAIL_SERVICES } from "../aws/trail-record";
import type { SourceKind } from "@/lib/domain/summarize/coverage/coverage-report";
import { MINUTE_MS } from "@/lib/domain/time/durations";
import type { Urgency } from "@/lib/ports/request-budget";

/** What is read of an event history as one source, and how eagerly. */
export interface HistoryScan {
  readonly kind: Extract<SourceKind, "cloudtrail" | "sign-ins">;
  /** Behind the id of the place. */
  readonly idEnd: string;
  readonly labelEnd: string;
  /** LookupEvents takes one at a time: each is read over the whole stretch, before the next. */
  readonly services: readonly [string, ...string[]];
  readonly pollMs: number;
  readonly urgency: Urgency;
}

export const STS_SCAN: HistoryScan = {
  kind: "cloudtrail",
  idEnd: "",
  labelEnd: "",
  services: ["sts.amazonaws.com"],
  pollMs: MINUTE_MS,
  urgency: "background",
};

/**
 * The other services whose events are hops. They are few, and the chains of what is looked at do not wait for them: asked
 * less often, and behind STS's. The busiest comes last: only its pages are told as they are read.
 */
export const SIGN_INS_SCAN: HistoryScan = {
  kind: "sign-ins",
  idEnd: "/sign-ins",
  labelEnd: ", sign-ins",
  services: signInServices(),
  pollMs: 5 * MINUTE_MS,
  urgency: "spare",
};

function signInServices(): [string, ...string[]] {
  const [first = "", ...rest] = TRAIL_SERVICES.filter((one) => !STS_SCAN.services.includes(one));
  return [first, ...rest];
}
