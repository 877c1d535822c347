import type { KnownConfiguration } from "../configuration/known-configuration";
import type { ClusterMappings } from "../mapping/open-configuration";
import type { Finding } from "./finding";
import { principalOfArn } from "./same-principal";

const OF_NO_ENTRY = { instead: null, place: null, principalArn: null } as const;

/** Entries where the cluster's mode does not look. */
export function checkModes({ mode, awsAuth, accessEntries }: KnownConfiguration): Finding[] {
  const inMap = (awsAuth?.entries.length ?? 0) + (awsAuth?.accounts.length ?? 0);
  const access = accessEntries?.length ?? 0;
  if (mode === "API" && inMap > 0)
    return [
      {
        ...OF_NO_ENTRY,
        code: "aws-auth-not-read",
        message: `${counted(inMap)} of aws-auth, and the mode is API`,
      },
    ];
  if (mode !== "CONFIG_MAP" || access === 0) return [];
  const message = `${counted(access)} of EKS's API, and the mode is CONFIG_MAP`;
  return [{ ...OF_NO_ENTRY, code: "access-entries-not-read", message }];
}

function counted(count: number): string {
  return count === 1 ? "There is 1 entry" : `There are ${count} entries`;
}

/** Entries of aws-auth whose principal has an access entry, which is asked first. */
export function checkShadowed({ mode, accessEntries, awsAuth }: ClusterMappings): Finding[] {
  if (mode !== "API_AND_CONFIG_MAP") return [];
  const byPrincipal = new Map(accessEntries.map(({ arn }) => [principalOfArn(arn), arn]));
  return awsAuth.entries.flatMap(({ arn, place }): Finding[] => {
    const principalArn = byPrincipal.get(arn.toLowerCase());
    if (principalArn === undefined) return [];
    const message = `${arn} has an access entry too, which counts`;
    return [{ code: "shadowed-by-access-entry", message, instead: null, place, principalArn }];
  });
}

/** Types that EKS has for nodes; entries of these types let instances in without aws-auth. */
const STANDARD = "STANDARD";

/** Whether nodes can come in by access entries, or nobody knows. */
export function hasNodes({ mode, accessEntries }: KnownConfiguration): boolean {
  if (mode === "CONFIG_MAP") return false;
  return accessEntries?.some(({ type }) => type !== STANDARD) ?? mode !== null;
}
