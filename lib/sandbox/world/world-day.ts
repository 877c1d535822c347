import type { Place } from "./organisation/places";

/** One event of a log stream of a cluster. */
export interface WorldLine {
  readonly cluster: string;
  readonly stream: string;
  /** CloudWatch's timestamp. */
  readonly timeMs: number;
  /** When CloudWatch took it in; before that nobody can read it. */
  readonly ingestedMs: number;
  /** 56 digits, growing with time and with the order of writing. */
  readonly eventId: string;
  readonly message: string;
}

export interface TrailResource {
  readonly ResourceType: string;
  readonly ResourceName: string;
}

/** One CloudTrail event: the record, and what LookupEvents puts around it. */
export interface WorldEvent {
  readonly accountId: string;
  readonly region: string;
  readonly timeMs: number;
  /** When the event history begins to show it, 2 to 7 minutes after it happened. */
  readonly deliveredMs: number;
  readonly eventId: string;
  readonly eventName: string;
  readonly eventSource: string;
  readonly readOnly: boolean;
  readonly accessKeyId: string | null;
  readonly username: string | null;
  readonly resources: readonly TrailResource[];
  /** The record's JSON, in one line. */
  readonly json: string;
}

/** What really happened: one check of a token, and the STS event behind it. */
export interface WorldAttempt {
  readonly timeMs: number;
  readonly cluster: string;
  readonly decision: "granted" | "denied";
  /** The deciding line. */
  readonly line: { readonly stream: string; readonly eventId: string };
  /** The `STS response` line; null when STS did not answer or the log does not tell. */
  readonly stsLine: { readonly stream: string; readonly eventId: string } | null;
  /** null: STS refused, was not asked, or wrote into a trail of AWS's own. */
  readonly stsEventId: string | null;
  /** Whose event history shows that event; null without one. */
  readonly stsTrail: Place | null;
  /** When that event can be read; null without one. */
  readonly stsDeliveredMs: number | null;
  /** Raw ARN of the caller, also where the log does not tell; null: what was sent names nobody. */
  readonly callerArn: string | null;
  readonly accessKeyId: string | null;
  /** Who stands behind it: an e-mail, a user name, `system:serviceaccount:ns:name`, an OIDC subject, `i-…`, AWS's actor. */
  readonly person: string | null;
  readonly username: string | null;
  /** Which kind of happening brought it about. */
  readonly story: string;
}

export interface WorldDay {
  /** By time, then by order of writing. */
  readonly lines: readonly WorldLine[];
  readonly events: readonly WorldEvent[];
  readonly attempts: readonly WorldAttempt[];
}
