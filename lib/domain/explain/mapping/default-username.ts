import { readPrincipal } from "../../identity/principal";
import { INSTANCE_NAME } from "./render-template";

const NODE = "system:node:";

/** By the entry's type, where EKS chooses the username. Source: EKS User Guide, "Create access entries" (facts: authenticator §6.2). */
const OF_TYPE: ReadonlyMap<string, string> = new Map([
  ["EC2_LINUX", `${NODE}${INSTANCE_NAME}`],
  ["EC2_WINDOWS", `${NODE}${INSTANCE_NAME}`],
  ["EC2", `${NODE}{{SessionName}}`],
  ["FARGATE_LINUX", `${NODE}{{SessionName}}`],
  ["HYBRID_LINUX", `${NODE}{{SessionName}}`],
]);

/** The username of an access entry that gives none; null = of this type no source tells it. */
export function defaultUsername(type: string, principalArn: string): string | null {
  if (type !== "STANDARD") return OF_TYPE.get(type.toUpperCase()) ?? null;
  const principal = readPrincipal(principalArn);
  if (principal === null) return null;
  const { partition, accountId, name } = principal;
  if (principal.type === "USER") return principal.canonical;
  return principal.type === "ROLE"
    ? `arn:${partition}:sts::${accountId}:assumed-role/${name}/{{SessionName}}`
    : null;
}
