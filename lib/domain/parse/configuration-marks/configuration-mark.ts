import type { EpochMs } from "../../time/time-range";

/** What a mark is about. */
export const MARK_PARTS = [
  /** The authentication mode. */
  "mode",
  /** A mapper that an authenticator started; `key` is its name. */
  "mapper",
  /** An entry of the mounted file; `key` is its ARN. */
  "hidden",
  /** Who created the cluster. */
  "creator",
  "aws-auth",
  /** All access entries with their policies. */
  "access-entries",
  /** All of them, as an authenticator loaded them. */
  "access-file",
  /** One; `key` is its principal's ARN. */
  "access-entry",
  /** One policy of an entry; `key` is `policyKey`. */
  "access-policy",
  /** Roles and bindings; `key` is "" for all of them, else what was written. */
  "rbac",
] as const;
export type MarkPart = (typeof MARK_PARTS)[number];

/**
 * - `created`: from then on it is `value`, and before there was none.
 * - `set`: from then on it is `value`.
 * - `removed`: from then on there is none.
 * - `seen`: it was `value` then; null = there was none.
 * - `touched`: it was written then, or may have been.
 * - `broken`: a part of it could not be read; `value` says what, in the authenticator's words.
 */
export type MarkTells = "created" | "set" | "removed" | "seen" | "touched" | "broken";

/** Something that a record tells of a cluster's configuration. */
export interface ConfigurationMark {
  readonly part: MarkPart;
  readonly key: string;
  readonly tells: MarkTells;
  readonly timeMs: EpochMs;
  /** aws-auth as a manifest, a mode's name, else JSON of what the part is. */
  readonly value: string | null;
  readonly by: MarkAuthor | null;
}

/** Who did it, as the record has it. */
export interface MarkAuthor {
  readonly arn: string | null;
  readonly accessKeyId: string | null;
  /** The Kubernetes username of a request to the Kubernetes API. */
  readonly username: string | null;
  readonly sourceIp: string | null;
  readonly userAgent: string | null;
}

/** The key of a policy's association. */
export function policyKey(principalArn: string, policyArn: string): string {
  return `${principalArn} ${policyArn}`;
}
