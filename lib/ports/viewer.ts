export const ROLES = ["viewer", "auditor", "admin"] as const;
export type Role = (typeof ROLES)[number];
export interface Viewer {
  readonly kind: "local" | "person" | "anyone";
  readonly id: string;
  readonly name: string;
  readonly role: Role | null;
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
export function hasRole(viewer: Viewer, least: Role): boolean {
  return viewer.role !== null && ROLES.indexOf(viewer.role) >= ROLES.indexOf(least);
}
export function seesCluster(viewer: Viewer, cluster: string): boolean {
  return viewer.clusters === "all" || viewer.clusters.includes(cluster);
}
