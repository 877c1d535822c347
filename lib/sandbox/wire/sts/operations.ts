import { authorize } from "../authorize";
import { AwsError } from "../aws-error";
import type { Call } from "../cloud";
import { trusts } from "./trusting-roles";

/** The result element's members, as text or nested. */
export interface XmlMembers {
  readonly [name: string]: string | XmlMembers;
}

/** Never refused by IAM. */
export function getCallerIdentity(call: Call): XmlMembers {
  const { arn, userId, accountId } = call.principal;
  return { Arn: arn, UserId: userId, Account: accountId };
}

/** Credentials of a role whose trust policy lets the caller in, for `DurationSeconds` (900 to 43,200; an hour). */
export function assumeRole(call: Call): XmlMembers {
  const { roleArn, accountId, name, sessionName, lifeMs, externalId } = readAssumeRole(call);
  authorize(call, "sts:AssumeRole", roleArn);
  if (!trusts(roleArn, call.principal.arn, externalId))
    throw new AwsError(
      "AccessDenied",
      `User: ${call.principal.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
      403,
    );
  const expiresMs = call.cloud.now() + lifeMs;
  const endsMs = call.cloud.now() + Math.min(lifeMs, call.cloud.knobs.sessionsEndMs ?? lifeMs);
  const issued = call.cloud.principals.issue({ accountId, name, sessionName, expiresMs: endsMs });
  return {
    AssumedRoleUser: { Arn: issued.principal.arn, AssumedRoleId: issued.principal.userId },
    Credentials: {
      AccessKeyId: issued.accessKeyId,
      SecretAccessKey: issued.secretAccessKey,
      SessionToken: issued.sessionToken,
      Expiration: new Date(expiresMs).toISOString(),
    },
  };
}

/** Throws ValidationError. */
function readAssumeRole({ input }: Call) {
  const roleArn = String(input.RoleArn ?? "");
  const sessionName = String(input.RoleSessionName ?? "");
  const externalId = input.ExternalId === undefined ? undefined : String(input.ExternalId);
  const seconds = Number(input.DurationSeconds ?? 3600);
  const role = /^arn:aws:iam::(\d{12}):role\/(?:[\w+=,.@-]+\/)*([\w+=,.@-]+)$/.exec(roleArn);
  const [, accountId, name] = role ?? [];
  if (accountId === undefined || name === undefined)
    throw new AwsError("ValidationError", `${roleArn} is invalid`);
  refuseUnless(/^[\w+=,.@-]{2,64}$/.test(sessionName), "roleSessionName", "[\\w+=,.@-]*");
  refuseUnless(
    externalId === undefined || /^[\w+=,.@:/-]{2,1224}$/.test(externalId),
    "externalId",
    "[\\w+=,.@:\\/-]*",
  );
  refuseUnless(seconds >= 900 && seconds <= 43_200, "durationSeconds", "value between 900 and 43200");
  return { roleArn, accountId, name, sessionName, externalId, lifeMs: seconds * 1000 };
}

function refuseUnless(fits: boolean, member: string, constraint: string): void {
  if (!fits)
    throw new AwsError("ValidationError", `Value at '${member}' failed to satisfy constraint: ${constraint}`);
}
