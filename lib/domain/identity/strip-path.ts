import { parseArn } from "./arn";

export type StrippedArn =
  | { readonly ok: true; readonly arn: string }
  | { readonly ok: false; readonly error: string };

/**
 * `role/a/b/NAME` → `role/NAME`; users, STS ARNs and everything else stay as they are. The authenticator does this
 * only where it matches an access entry by unique id (facts: authenticator §3).
 */
export function stripPath(text: string): StrippedArn {
  const arn = parseArn(text);
  if (!arn.ok) return { ok: false, error: `arn '${text}' is invalid: '${arn.error}'` };
  if (arn.service !== "iam" || !arn.resource.startsWith("role/")) return { ok: true, arn: text };
  const name = arn.resource.slice(arn.resource.lastIndexOf("/") + 1);
  const beforeResource = text.slice(0, text.length - arn.resource.length);
  return { ok: true, arn: `${beforeResource}role/${name}` };
}
