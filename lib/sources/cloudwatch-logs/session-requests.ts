import type { SessionMark } from "@/lib/domain/correlate/request-sessions";
import { IAM_CALLERS } from "./iam-callers";
import type { LineFilter } from "./log-place";

/** Names are the callers' choice: whatever means something in a pattern is not put into one. */
const PLAIN = /^[\w+=,.@:/-]{1,200}$/;

/**
 * All requests of one session: of its uid and username, with its access key, or its session name where the log prints no
 * key. What cannot be said in a pattern is left to whoever reads the answer. 1,024 characters at most (facts: AWS §2.2).
 */
export function sessionRequests({ kubernetes, caller }: Omit<SessionMark, "timeMs">): LineFilter {
  const { accessKeyId, sessionName } = caller;
  const wanted = [
    ["user.uid", kubernetes.uid],
    ["user.username", kubernetes.username],
    accessKeyId !== null
      ? ["user.extra.accessKeyId", accessKeyId]
      : ["user.extra.sessionName", sessionName ?? ""],
  ] as const;
  const plain = wanted.filter(([, value]) => PLAIN.test(value));
  if (plain.length === 0) return IAM_CALLERS;
  const conditions = plain.map(
    ([member, value]) => `($.${member}${isList(member) ? "[0]" : ""} = "${value}")`,
  );
  return {
    pattern: `{ ${['($.stage != "RequestReceived")', ...conditions].join(" && ")} }`,
    conditions: plain.map(([member, value]) => `${member}${isList(member) ? ".0" : ""} in ["${value}"]`),
  };
}

function isList(member: string): boolean {
  return member.startsWith("user.extra.");
}
