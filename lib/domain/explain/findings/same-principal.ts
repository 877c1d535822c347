import { stripPath } from "../../identity/strip-path";

/** What is the same for a principal wherever its ARN stands: the ARN without a role's path, in lower case. */
export function principalOfArn(arn: string): string {
  const stripped = stripPath(arn);
  return (stripped.ok ? stripped.arn : arn).toLowerCase();
}
