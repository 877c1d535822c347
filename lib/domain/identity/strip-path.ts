import { readIdentityArn } from "./identity-arn";

export type StrippedArn =
  | { readonly ok: true; readonly arn: string }
  | { readonly ok: false; readonly error: string };

/**
 * `role/a/b/NAME` → `role/NAME`; a role without a path, users and everything else stay as they are. Like the
 * authenticator it looks at the resource alone, so that a stripped ARN is always one of IAM, without Region; it strips
 * only where it matches an access entry by unique id (facts: authenticator §3).
 */
export function stripPath(text: string): StrippedArn {
  const arn = readIdentityArn(text);
  if (!arn.ok) return arn;
  const { partition, accountId, resource } = arn;
  const cut = resource.lastIndexOf("/");
  if (!resource.startsWith("role/") || cut === "role".length) return { ok: true, arn: text };
  return { ok: true, arn: `arn:${partition}:iam::${accountId}:role/${resource.slice(cut + 1)}` };
}
