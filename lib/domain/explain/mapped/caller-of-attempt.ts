import type { Attempt } from "../../correlate/attempt";
import type { MappedCaller } from "../mapping/mapped-caller";

/** The caller as the authenticator looked for a mapping of him; null = it did not, or its log does not say whom. */
export function callerOfAttempt({ caller }: Pick<Attempt, "caller">): MappedCaller | null {
  if (caller === null || caller.canonicalArn === null) return null;
  const { canonicalArn, arn, accountId, uniqueId, sessionName, accessKeyId } = caller;
  return {
    arn: arn ?? canonicalArn,
    canonicalArn,
    accountId: accountId ?? canonicalArn.split(":")[4] ?? "",
    userId: uniqueId ?? "",
    sessionName: sessionName ?? "",
    accessKeyId: accessKeyId ?? "",
  };
}
