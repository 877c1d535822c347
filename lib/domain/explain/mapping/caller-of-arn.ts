import { readPrincipal } from "../../identity/principal";
import { stripPath } from "../../identity/strip-path";
import type { MappedCaller } from "./mapped-caller";

/**
 * The caller that somebody would be with a principal: of a role one of its sessions, whose name the caller chooses. STS leaves a
 * role's path out. null = no principal has such an ARN. Unique id and key are not known: "".
 */
export function callerOfArn(arn: string, sessionName: string): MappedCaller | null {
  const principal = readPrincipal(arn);
  if (principal === null) return null;
  const { type, partition, accountId, name, canonical } = principal;
  const unknown = { accountId, userId: "", accessKeyId: "" };
  if (type === "ASSUMED_ROLE")
    return { ...unknown, arn, canonicalArn: canonical, sessionName: principal.sessionName ?? "" };
  if (type !== "ROLE") return { ...unknown, arn: canonical, canonicalArn: canonical, sessionName: "" };
  const stripped = stripPath(canonical);
  return {
    ...unknown,
    arn: `arn:${partition}:sts::${accountId}:assumed-role/${name}/${sessionName}`,
    canonicalArn: stripped.ok ? stripped.arn : canonical,
    sessionName,
  };
}
