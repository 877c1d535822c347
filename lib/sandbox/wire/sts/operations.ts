import { authorize } from "../authorize";
import { AwsError } from "../aws-error";
import type { Call } from "../cloud";

/** The result element's members, as text or nested. */
export interface XmlMembers {
  readonly [name: string]: string | XmlMembers;
}

/** Never refused by IAM. */
export function getCallerIdentity(call: Call): XmlMembers {
  const { arn, userId, accountId } = call.principal;
  return { Arn: arn, UserId: userId, Account: accountId };
}

/** Any role of any account may be taken: trust policies are not modelled. Knob `denied` refuses `sts:AssumeRole`. */
export function assumeRole(call: Call): XmlMembers {
  const roleArn = String(call.input.RoleArn ?? "");
  const sessionName = String(call.input.RoleSessionName ?? "");
  const role = /^arn:aws:iam::(\d{12}):role\/(?:[\w+=,.@-]+\/)*([\w+=,.@-]+)$/.exec(roleArn);
  const [, accountId, name] = role ?? [];
  if (accountId === undefined || name === undefined)
    throw new AwsError("ValidationError", `${roleArn} is invalid`);
  if (!/^[\w+=,.@-]{2,64}$/.test(sessionName))
    throw new AwsError(
      "ValidationError",
      "Value at 'roleSessionName' failed to satisfy constraint: [\\w+=,.@-]*",
    );
  authorize(call, "sts:AssumeRole", roleArn);
  const issued = call.cloud.principals.issue({ accountId, name, sessionName });
  return {
    AssumedRoleUser: { Arn: issued.principal.arn, AssumedRoleId: issued.principal.userId },
    Credentials: {
      AccessKeyId: issued.accessKeyId,
      SecretAccessKey: issued.secretAccessKey,
      SessionToken: issued.sessionToken,
      Expiration: new Date(call.cloud.now() + 3_600_000).toISOString(),
    },
  };
}
