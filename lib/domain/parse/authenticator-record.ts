import type { EpochMs } from "../time/time-range";
import type { Reject } from "./reject";

/** What one line of an `authenticator-…` stream says (facts: authenticator §1). Text that is not logfmt is kept as text. */
export type AuthenticatorRecord = AuthenticatorLine | AuthenticatorText;

export interface AuthenticatorLine {
  readonly kind: "line";
  /** As printed: RFC 3339, seconds. */
  readonly time: string;
  /** null when `time` is absent or no RFC 3339 instant. */
  readonly timeMs: EpochMs | null;
  readonly level: string;
  readonly msg: string;
  /** Every field but time, level and msg, unquoted; the first of two equal keys. */
  readonly fields: ReadonlyMap<string, string>;
  /** Later repetitions of a key: shown, never believed. */
  readonly duplicates: readonly { readonly key: string; readonly value: string }[];
  readonly event: AuthenticatorEvent;
}

export interface AuthenticatorText {
  readonly kind: "text";
  readonly text: string;
  readonly reject: Reject;
}

/** The typed reading, chosen by `msg` alone. `null` = the line does not print the field; "" = it prints it empty. */
export type AuthenticatorEvent = StsResponse | AccessGranted | AccessDenied | OtherEvent;

export interface StsResponse {
  readonly type: "sts-response";
  readonly client: string | null;
  /** Raw ARN from STS. */
  readonly arn: string;
  readonly accountId: string | null;
  /** AIDA…, AROA…, the account number for root, `account:name` for a federated user. */
  readonly userId: string;
  readonly sessionName: string;
  readonly accessKeyId: string | null;
  readonly stsEndpoint: string | null;
}

export interface AccessGranted {
  readonly type: "access-granted";
  readonly client: string | null;
  /** Canonical ARN; null for scrubbed accounts. */
  readonly arn: string | null;
  readonly username: string;
  /** Split at blanks: a group that holds a blank cannot be told from two groups. */
  readonly groups: readonly string[];
  readonly uid: string;
  readonly stsEndpoint: string | null;
}

export interface AccessDenied {
  readonly type: "access-denied";
  readonly client: string | null;
  /** Canonical ARN; present only if STS had already answered. */
  readonly arn: string | null;
  readonly error: string;
  readonly stsEndpoint: string | null;
}

export interface OtherEvent {
  readonly type: "other";
}
