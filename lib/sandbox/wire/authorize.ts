import { AwsError } from "./aws-error";
import type { Call } from "./cloud";

/** Throws AccessDeniedException in IAM's words when the knob `denied` names the action (for this resource). */
export function authorize(call: Call, action: string, resource: string | null = null): void {
  const denied = (call.cloud.knobs.denied ?? []).some((entry) => refuses(entry, action, resource));
  if (!denied) return;
  const on = resource === null ? "" : ` on resource: ${resource}`;
  const because = ` because no identity-based policy allows the ${action} action`;
  const status = /^(eks|sts|s3|kms):/.test(action) ? 403 : 400;
  const name = /^(sts|s3|kms):/.test(action) ? "AccessDenied" : "AccessDeniedException";
  const message = `User: ${call.principal.arn} is not authorized to perform: ${action}${on}${because}`;
  throw new AwsError(name, message, status);
}

function refuses(entry: string, action: string, resource: string | null): boolean {
  const blank = entry.indexOf(" ");
  if (blank < 0) return entry === action;
  return entry.slice(0, blank) === action && (resource ?? "").includes(entry.slice(blank + 1));
}
