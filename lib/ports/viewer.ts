/** From the least to the most (facts: security §6): a viewer sees redacted, an auditor all and exports, an admin rules. */
export const ROLES = ["viewer", "auditor", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Who asks. */
export interface Viewer {
  /** `local`: whoever reaches the loopback address where nobody signs in; `anyone`: nobody is known. */
  readonly kind: "local" | "person" | "anyone";
  /** Of a person: issuer and subject, never an address of mail. */
  readonly id: string;
  /** As it is shown; chosen by the provider of identities. */
  readonly name: string;
  /** null = may nothing. */
  readonly role: Role | null;
  /** The clusters, by name, that may be seen. */
  readonly clusters: "all" | readonly string[];
}

export const LOCAL_VIEWER: Viewer = {
  kind: "local",
  id: "local",
  name: "local",
  role: "admin",
  clusters: "all",
};

export const ANYONE: Viewer = { kind: "anyone", id: "anyone", name: "anyone", role: null, clusters: [] };

export function hasRole({ role }: Pick<Viewer, "role">, least: Role): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(least);
}

export function seesCluster({ clusters }: Pick<Viewer, "clusters">, cluster: string): boolean {
  return clusters === "all" || clusters.includes(cluster);
}
