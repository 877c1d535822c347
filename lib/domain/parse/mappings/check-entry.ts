import type { MappingEntry, SsoRole } from "./mapping-entry";

const ACCOUNT = /^[0-9]{12}$/;
/** IAM Identity Center's own rule for names. */
const PERMISSION_SET = /^[\w+=,.@-]{1,32}$/;
const PARTITIONS: ReadonlySet<string> = new Set(["", "aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b"]);

/** Why the authenticator drops an entry, in its own words; null = it keeps it. ARNs are not looked at. */
export function checkEntry({ list, arn, sso }: MappingEntry): string | null {
  if (list === "mapUsers") return arn === "" ? "Value for userarn must be supplied" : null;
  if (arn === "" && sso === null) return "one of rolearn or SSO must be supplied";
  if (arn !== "" && sso !== null) return "only one of rolearn or SSO can be supplied";
  return sso === null ? null : checkSso(sso);
}

function checkSso({ accountId, permissionSetName, partition }: SsoRole): string | null {
  if (!ACCOUNT.test(accountId)) return `AccountID '${accountId}' is not a valid AWS Account ID`;
  if (!PERMISSION_SET.test(permissionSetName))
    return `PermissionSetName '${permissionSetName}' is not a valid AWS SSO PermissionSet Name`;
  return PARTITIONS.has(partition) ? null : `partition '${partition}' is not a valid AWS partition`;
}
