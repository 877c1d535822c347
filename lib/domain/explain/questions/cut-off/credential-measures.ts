import { readPrincipal } from "../../../identity/principal";
import { quoteShell } from "../../remedies/quote";
import { isPrincipalArn } from "../../remedies/principal-at-cluster";
import type { EpochMs } from "../../../time/time-range";
import type { Measure } from "./measure";

/** Whose credentials are to end. Text of a log gets into no command unless it has AWS's own form. */
export interface CredentialHolder {
  readonly canonicalArn: string;
  /** AROA… of the role, AIDA… of the user; null = unknown. */
  readonly uniqueId: string | null;
  readonly sessionName: string | null;
  readonly accessKeyId: string | null;
}

/** Source: AWS STS API Reference, GetCallerIdentity: no permission is needed, and an explicit deny does not hinder it. */
const NOT_EKS =
  "Their way in to Kubernetes: an EKS token is a signed GetCallerIdentity, which no policy can deny. Until the credentials end, only the cluster's mapping keeps them out.";
const TILL_END = "Sessions that were taken with it go on until they end by themselves.";

/** What ends, or weakens, credentials in AWS. */
export function credentialMeasures(holder: CredentialHolder, nowMs: EpochMs): Measure[] {
  const { canonicalArn } = holder;
  const principal = isPrincipalArn(canonicalArn) ? readPrincipal(canonicalArn) : null;
  if (principal === null) return [];
  if (principal.type === "USER") return [deactivateKey(principal.name, holder)];
  if (principal.name.startsWith("AWSReservedSSO_")) return [portalMeasure(principal.accountId)];
  return [revokeSessions(principal.name, holder, nowMs)];
}

const KEY = /^A(?:KIA|SIA)[A-Z0-9]{12,124}$/;

function deactivateKey(user: string, { accessKeyId }: CredentialHolder): Measure {
  const isLong = accessKeyId?.startsWith("AKIA") && KEY.test(accessKeyId);
  const key = isLong ? accessKeyId : "ACCESS_KEY_ID";
  return {
    title: `Deactivate the access key of user ${user}`,
    forms: [
      {
        form: "AWS CLI",
        text: [
          `aws iam list-access-keys --user-name ${quoteShell(user)}`,
          `aws iam update-access-key --user-name ${quoteShell(user)} --access-key-id ${key} --status Inactive`,
        ].join("\n"),
      },
    ],
    stops:
      "Tokens signed with that key, at every cluster at their next check, and every call to AWS with it.",
    mind: "Whatever else uses that key.",
    leaves: [
      TILL_END,
      "Other keys of the user, and the console's password.",
      "What an API server already answered for a token, for about 2 minutes.",
    ],
  };
}

/** Source: IAM User Guide, "Revoke IAM role temporary security credentials": the policy that the console attaches. */
function revokeSessions(role: string, holder: CredentialHolder, nowMs: EpochMs): Measure {
  const text = `aws iam put-role-policy --role-name ${quoteShell(role)} --policy-name AWSRevokeOlderSessions --policy-document '${JSON.stringify(denyOlder(nowMs, holder))}'`;
  const isAlone = userIdOf(holder) !== null;
  const whose = isAlone ? "of this session name alone" : "of every session of the role";
  return {
    title: `Revoke the sessions of role ${role} in AWS`,
    forms: [{ form: "AWS CLI", text }],
    stops: `Calls to AWS ${whose}, with credentials given out before now; within seconds, as IAM's changes spread.`,
    mind: isAlone ? null : "Everybody else who took the role before now.",
    leaves: [
      NOT_EKS,
      "New sessions: whoever may take the role takes it again.",
      "Roles they took from it: revoke those too.",
    ],
  };
}

function denyOlder(nowMs: EpochMs, holder: CredentialHolder) {
  const userId = userIdOf(holder);
  const older = {
    DateLessThan: { "aws:TokenIssueTime": new Date(nowMs).toISOString().replace(/\.\d+Z$/, "Z") },
  };
  const Condition = userId === null ? older : { ...older, StringEquals: { "aws:userid": userId } };
  return { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "*", Resource: "*", Condition }] };
}

/** `AROA…:session`, where both have AWS's form. */
function userIdOf({ uniqueId, sessionName }: CredentialHolder): string | null {
  if (uniqueId === null || !/^AROA[A-Z0-9]{8,124}$/.test(uniqueId)) return null;
  return sessionName !== null && /^[\w+=,.@-]{2,64}$/.test(sessionName) ? `${uniqueId}:${sessionName}` : null;
}

/** IAM refuses changes to the roles that Identity Center made. Source: IAM Identity Center User Guide. */
function portalMeasure(accountId: string): Measure {
  return {
    title: "End the sign-in and take away the permission set in Identity Center",
    forms: [
      {
        form: "AWS CLI",
        text: [
          "# in the console: IAM Identity Center → Users → the person → Active sessions → End session",
          `aws sso-admin delete-account-assignment --instance-arn INSTANCE_ARN --target-id ${accountId} --target-type AWS_ACCOUNT --permission-set-arn PERMISSION_SET_ARN --principal-type USER --principal-id USER_ID`,
        ].join("\n"),
      },
    ],
    stops:
      "New credentials of that permission set, once the portal's session is ended and the assignment is gone.",
    mind: null,
    leaves: [
      "Role sessions that the portal gave out before: they last until they end, 12 hours at most, and make EKS tokens all that time.",
      "What comes by a group: an assignment of a group is deleted for all of it, or the person is taken out of the group.",
      NOT_EKS,
    ],
  };
}
