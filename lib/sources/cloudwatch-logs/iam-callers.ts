import type { LineFilter } from "./log-place";

/** Only the authenticator gives a caller's ARN along; nodes ask all the time, and tell nothing new (facts: authenticator §7). */
const IS_IAM_CALLER = `($.user.extra.arn[0] = "arn:*") && ($.user.username != "system:node:*")`;
const CONDITIONS = ["user.extra.arn.0 like /^arn:/", "user.username not like /^system:node:/"];

/** Audit events of callers who came in through IAM, nodes apart, for which these too hold. */
export function ofIamCallers({ pattern, conditions }: LineFilter): LineFilter {
  return { pattern: `{ ${IS_IAM_CALLER} && ${pattern} }`, conditions: [...CONDITIONS, ...conditions] };
}

/** All of them. */
export const IAM_CALLERS: LineFilter = { pattern: `{ ${IS_IAM_CALLER} }`, conditions: CONDITIONS };
