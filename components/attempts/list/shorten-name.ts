const ARN = /^arn:[a-z-]+:(?:iam|sts)::(\d{12}):(?:assumed-role\/)?(.+)$/s;
const SERVICE_ACCOUNT = /^system:serviceaccount:(?=.)/;
const SSO_ROLE = /(AWSReservedSSO_\w{1,32})_[0-9a-f]{16}(?=\/|$)/;

/**
 * A name without what makes many look alike where there is little room, marked by `…`: the beginning of an IAM or STS
 * ARN or of a service account, and the digits after an Identity Center role. Any other text as it is.
 */
export function shortenName(text: string): string {
  const match = ARN.exec(text);
  const name = match === null ? text : `…${match[1]?.slice(-4)}:${match[2]}`;
  return name.replace(SERVICE_ACCOUNT, "…").replace(SSO_ROLE, "$1…");
}
