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

/** What stands at the start of credentials. */
export interface Origin {
  readonly kind: "person" | "iam-user" | "workload" | "node" | "ci" | "aws" | "root";
  /**
   * E-mail, user name, `system:serviceaccount:ns:name`, the certificate's subject, `i-…`, the full OIDC subject, the account
   * (root), or the Kubernetes username of AWS's actor.
   */
  readonly name: string;
  /** Where events name a person by Identity Center's id alone. */
  readonly userId?: string;
  /** false: it stands in no trail of the organisation. */
  readonly isRecorded?: false;
}

/** An event that issued credentials, or that led to them. */
export interface Hop extends Place {
  readonly eventId: string;
  readonly eventName: string;
  /** The same call in the other account's trail; null where one account saw it. */
  readonly twinId: string | null;
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
  /** What stands at the start of the caller's credentials; null: what was sent names nobody. */
  readonly origin: Origin | null;
  /** The events that issued the credentials, from the origin on. */
  readonly chain: readonly Hop[];
  readonly username: string | null;
  /** false: the authenticator's log was off, and the lines cannot be read. */
  readonly logged: boolean;
  /** Which kind of happening brought it about. */
  readonly story: string;
}

/** What really happened: a request to the Kubernetes API that changed something, was refused, or opened a stream. */
export interface WorldRequest {
  /** When it was made, to a few milliseconds. */
  readonly timeMs: number;
  /** When the authenticator let its session in. */
  readonly grantedMs: number;
  readonly cluster: string;
  readonly verb: string;
  readonly resource: string;
  readonly subresource: string | null;
  readonly namespace: string | null;
  readonly name: string | null;
  readonly code: number;
  /** Of its last stage. */
  readonly line: { readonly stream: string; readonly eventId: string };
  readonly username: string;
  readonly callerArn: string;
  readonly accessKeyId: string;
  readonly origin: Origin;
}

export interface WorldDay {
  /** By time, then by order of writing. */
  readonly lines: readonly WorldLine[];
  readonly events: readonly WorldEvent[];
  readonly attempts: readonly WorldAttempt[];
  readonly requests: readonly WorldRequest[];
}
