import { isObject, type JsonObject, objectOf, textOf } from "../json-fields";
import type { Meaning } from "./meaning";
import { readValue } from "./read-value";

/** What an ARN in a record leads to; nothing where there is none. */
export function readArnOf(arn: string | null): Meaning[][] {
  return arn === null || arn === "" ? [] : readValue(arn).tiers.map((tier) => [...tier]);
}

/** Who is named by a Kubernetes user as audit events, TokenReviews and `kubectl auth whoami` print it (facts: authenticator §7). */
export function readUserInfo(user: JsonObject): Meaning[][] {
  const extra = objectOf(user.extra);
  const first = (key: string) => (Array.isArray(extra[key]) ? textOf(extra[key][0]) : null) ?? "";
  const username = textOf(user.username) ?? "";
  const isWorkload = username.startsWith("system:serviceaccount:");
  return [
    [{ kind: "key", value: first("accessKeyId") }],
    ...readArnOf(first("arn")),
    ...(isWorkload ? [[{ kind: "workload", value: username } as const]] : []),
    [{ kind: "uid", value: textOf(user.uid) ?? "" }],
    [{ kind: "username", value: username }],
  ];
}

/** A `userIdentity` of CloudTrail, or the answer of `aws sts get-caller-identity`. */
export function readCallerJson(json: JsonObject): Meaning[][] {
  const first = (...keys: readonly string[]) => keys.map((key) => textOf(json[key])).find(Boolean) ?? null;
  return [
    [{ kind: "key", value: first("accessKeyId", "AccessKeyId") ?? "" }],
    ...readArnOf(first("arn", "Arn")),
    ...readArnOf(first("principalId", "UserId", "assumedRoleId")),
    ...readArnOf(first("userName")),
  ];
}

/** Objects of this shape name a Kubernetes user. */
export function isUserInfo(json: unknown): json is JsonObject {
  return isObject(json) && textOf(json.username) !== null;
}
