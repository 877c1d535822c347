import { parseArn } from "./arn";
import { canonicalizeArn, type PrincipalType } from "./canonicalize-arn";

/** An IAM principal as its ARN names it. */
export interface Principal {
  readonly partition: string;
  readonly accountId: string;
  readonly type: PrincipalType;
  /** Role or user name without path; "root"; the federated user's name. */
  readonly name: string;
  /** `/` or `/team/…/`; STS never prints a role's path. */
  readonly path: string;
  /** Only of an assumed role; chosen by whoever assumed it. */
  readonly sessionName: string | null;
  readonly canonical: string;
}

/** null when the ARN names no principal that the authenticator accepts. */
export function readPrincipal(text: string): Principal | null {
  const canonical = canonicalizeArn(text);
  const arn = parseArn(text);
  if (!canonical.ok || !arn.ok) return null;
  const type = canonical.principalType;
  const common = { partition: arn.partition, accountId: arn.accountId, type, canonical: canonical.canonical };
  if (type === "ROOT") return { ...common, name: "root", path: "/", sessionName: null };
  const afterKind = arn.resource.slice(arn.resource.indexOf("/") + 1);
  const cut = afterKind.lastIndexOf("/");
  if (type !== "ASSUMED_ROLE") return { ...common, ...nameAndPath(afterKind), sessionName: null };
  return { ...common, ...nameAndPath(afterKind.slice(0, cut)), sessionName: afterKind.slice(cut + 1) };
}

/** Role or user name without account and path; "" when the text is no principal's ARN. */
export function roleNameOf(arn: string): string {
  return readPrincipal(arn)?.name ?? "";
}

function nameAndPath(text: string): { name: string; path: string } {
  const slash = text.lastIndexOf("/");
  return { name: text.slice(slash + 1), path: slash < 0 ? "/" : `/${text.slice(0, slash)}/` };
}
