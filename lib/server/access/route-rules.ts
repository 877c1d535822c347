import type { Role } from "@/lib/ports/viewer";

/** The least role for something; "anyone" needs not even sign in. */
export type Least = "anyone" | Role;

/** What a page or route needs; a method without a role is not let in. */
export interface RouteRule {
  /** The folder below app, without groups in brackets: `/attempts/[id]`. */
  readonly path: string;
  readonly GET?: Least;
  readonly POST?: Least;
}

const pages = (...paths: readonly string[]): RouteRule[] => paths.map((path) => ({ path, GET: "viewer" }));

/**
 * Every page and route, and who may see it; whatever is not named here is not there (facts: security §6, A1). A test
 * compares it with the folders. Clusters and masking are the questions' own matter.
 */
export const ROUTE_RULES: readonly RouteRule[] = [
  ...pages("/", "/attempts", "/attempts/[id]", "/clusters", "/clusters/[name]", "/clusters/[name]/what-if"),
  ...pages("/design", "/identities", "/identities/[kind]/[...value]", "/reasons", "/reasons/[code]"),
  ...pages("/requests", "/requests/[id]"),
  ...pages("/questions", "/questions/cut-off", "/questions/mapping-use", "/questions/what-changed"),
  ...pages("/questions/who-did-this", "/questions/who-is-behind", "/questions/who-used-cluster-admin"),
  ...pages("/questions/why-not-in"),
  ...pages("/api/v1/attempts", "/api/v1/attempts/[id]", "/api/v1/attempts/[id]/all-requests"),
  ...pages("/api/v1/attempts/[id]/chain", "/api/v1/attempts/[id]/reach", "/api/v1/attempts/[id]/requests"),
  ...pages("/api/v1/clusters", "/api/v1/clusters/[name]", "/api/v1/clusters/[name]/configuration"),
  ...pages("/api/v1/clusters/[name]/mappings", "/api/v1/clusters/[name]/what-if"),
  ...pages("/api/v1/clusters/[name]/who-can-become", "/api/v1/coverage", "/api/v1/facets", "/api/v1/health"),
  ...pages("/api/v1/histogram", "/api/v1/identities", "/api/v1/identities/[...id]", "/api/v1/live"),
  ...pages("/api/v1/openapi.json", "/api/v1/overview", "/api/v1/presented-tokens"),
  ...pages("/api/v1/questions/cut-off", "/api/v1/questions/mapping-use", "/api/v1/questions/what-changed"),
  ...pages("/api/v1/questions/who-did-this", "/api/v1/questions/who-is-behind"),
  ...pages("/api/v1/questions/who-used-cluster-admin", "/api/v1/questions/why-not-in"),
  ...pages("/api/v1/requests", "/api/v1/requests/[id]", "/api/v1/requests/facets"),
  { path: "/api/v1/views", GET: "viewer", POST: "viewer" },
  { path: "/api/v1/attempts/export", GET: "auditor" },
  { path: "/api/v1/raw-lines", GET: "auditor" },
  { path: "/admin/sessions", GET: "admin" },
  { path: "/api/v1/sessions", GET: "admin", POST: "admin" },
];
