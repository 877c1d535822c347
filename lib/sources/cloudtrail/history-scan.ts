import { CONFIGURATION_EVENTS } from "@/lib/domain/parse/configuration-marks/marks-of-event";
import type { SourceKind } from "@/lib/domain/summarize/coverage/coverage-report";
import { MINUTE_MS } from "@/lib/domain/time/durations";
import type { Urgency } from "@/lib/ports/request-budget";
import { TRAIL_SERVICES } from "../aws/trail-record";
import type { LookupWish } from "./lookup-page";

/** What is read of an event history as one source, and how eagerly. */
export interface HistoryScan {
  readonly kind: Extract<SourceKind, "cloudtrail" | "sign-ins" | "configuration-changes">;
  /** Behind the id of the place. */
  readonly idEnd: string;
  readonly labelEnd: string;
  /** LookupEvents takes one at a time: each is read over the whole stretch, before the next. */
  readonly questions: readonly [HistoryQuestion, ...HistoryQuestion[]];
  readonly pollMs: number;
  readonly urgency: Urgency;
}

export type HistoryQuestion = Pick<LookupWish, "key" | "value">;

export const STS_SCAN: HistoryScan = {
  kind: "cloudtrail",
  idEnd: "",
  labelEnd: "",
  questions: [ofService("sts.amazonaws.com")],
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
  questions: eachOf(
    TRAIL_SERVICES.filter((one) => one !== "sts.amazonaws.com"),
    ofService,
  ),
  pollMs: 5 * MINUTE_MS,
  urgency: "spare",
};

/** Who changed who gets in. There are few of them. */
export const CONFIGURATION_SCAN: HistoryScan = {
  kind: "configuration-changes",
  idEnd: "/configuration",
  labelEnd: ", access configuration",
  questions: eachOf(CONFIGURATION_EVENTS, (value) => ({ key: "EventName", value })),
  pollMs: 5 * MINUTE_MS,
  urgency: "spare",
};

function ofService(value: string): HistoryQuestion {
  return { key: "EventSource", value };
}

function eachOf(
  values: readonly string[],
  ask: (value: string) => HistoryQuestion,
): [HistoryQuestion, ...HistoryQuestion[]] {
  const [first = "", ...rest] = values;
  return [ask(first), ...rest.map(ask)];
}
