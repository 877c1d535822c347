/** Where the authenticator looks for mappings (facts: authenticator §4.1). CRD: not on EKS. */
export const BACK_ENDS = ["MountedFile", "DynamicFile", "EKSConfigMap", "CRD"] as const;
export type BackEndKind = (typeof BACK_ENDS)[number];

/** Names that older versions print. */
const OLD_NAMES: ReadonlyMap<string, BackEndKind> = new Map([
  ["File", "MountedFile"],
  ["ConfigMap", "EKSConfigMap"],
]);

/** How a cluster takes mappings: EKS's `authenticationMode`. */
export const AUTHENTICATION_MODES = ["CONFIG_MAP", "API_AND_CONFIG_MAP", "API"] as const;
export type AuthenticationMode = (typeof AUTHENTICATION_MODES)[number];

/**
 * The back ends of a mode, in the order in which they are asked: AWS's hidden file first, and access entries before
 * aws-auth (EKS User Guide, "Migrate existing aws-auth entries"; the order itself is inferred, facts: authenticator §4.1).
 */
export const BACK_ENDS_OF_MODE: Readonly<Record<AuthenticationMode, readonly BackEndKind[]>> = {
  CONFIG_MAP: ["MountedFile", "EKSConfigMap"],
  API_AND_CONFIG_MAP: ["MountedFile", "DynamicFile", "EKSConfigMap"],
  API: ["MountedFile", "DynamicFile"],
};

/** A back end by the name that a log or an option gives it; null = there is none of that name. */
export function backEndOf(name: string): BackEndKind | null {
  return BACK_ENDS.find((kind) => kind === name) ?? OLD_NAMES.get(name) ?? null;
}

/** Whether the authenticator would start with these: at least one, none twice, each known. */
export function areBackEnds(names: readonly string[]): boolean {
  return (
    names.length > 0 &&
    new Set(names).size === names.length &&
    names.every((name) => backEndOf(name) !== null)
  );
}
