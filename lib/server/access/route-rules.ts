import type { Role } from "@/lib/ports/viewer";

/** The least role that is needed; `anyone`: nobody need be known. */
export type Least = Role | "anyone";

/** What is served at a folder below `app`, by method. HEAD is as GET. */
export interface RouteRule {
  readonly path: string;
  readonly GET?: Least;
  readonly POST?: Least;
}

/** Every page and route. What has no line here is not served (a test compares this with the folders). */
export const ROUTE_RULES: readonly RouteRule[] = [
  { path: "/", GET: "viewer" },
  { path: "/admin/sessions", GET: "admin" },
  { path: "/api/v1/attempts", GET: "viewer" },
  { path: "/api/v1/attempts/[id]", GET: "viewer" },
  { path: "/api/v1/attempts/[id]/all-requests", GET: "viewer" },
  { path: "/api/v1/attempts/[id]/chain", GET: "viewer" },
  { path: "/api/v1/attempts/[id]/reach", GET: "viewer" },
  { path: "/api/v1/attempts/[id]/requests", GET: "viewer" },
  { path: "/api/v1/attempts/export", GET: "auditor" },
  { path: "/api/v1/clusters", GET: "viewer" },
  { path: "/api/v1/clusters/[name]", GET: "viewer" },
  { path: "/api/v1/clusters/[name]/configuration", GET: "viewer" },
  { path: "/api/v1/clusters/[name]/mappings", GET: "viewer" },
  { path: "/api/v1/clusters/[name]/what-if", GET: "viewer" },
  { path: "/api/v1/clusters/[name]/who-can-become", GET: "viewer" },
  { path: "/api/v1/coverage", GET: "viewer" },
  { path: "/api/v1/facets", GET: "viewer" },
  { path: "/api/v1/health", GET: "viewer" },
  { path: "/api/v1/histogram", GET: "viewer" },
  { path: "/api/v1/identities", GET: "viewer" },
  { path: "/api/v1/identities/[...id]", GET: "viewer" },
  { path: "/api/v1/incidents", GET: "viewer", POST: "auditor" },
  { path: "/api/v1/incidents/[id]", GET: "viewer", POST: "auditor" },
  { path: "/api/v1/incidents/[id]/evidence/[entry]", GET: "auditor" },
  { path: "/api/v1/incidents/[id]/markdown", GET: "auditor" },
  { path: "/api/v1/live", GET: "viewer" },
  { path: "/api/v1/openapi.json", GET: "viewer" },
  { path: "/api/v1/overview", GET: "viewer" },
  { path: "/api/v1/presented-tokens", GET: "viewer" },
  { path: "/api/v1/questions/cut-off", GET: "viewer" },
  { path: "/api/v1/questions/mapping-use", GET: "viewer" },
  { path: "/api/v1/questions/what-changed", GET: "viewer" },
  { path: "/api/v1/questions/who-did-this", GET: "viewer" },
  { path: "/api/v1/questions/who-is-behind", GET: "viewer" },
  { path: "/api/v1/questions/who-used-cluster-admin", GET: "viewer" },
  { path: "/api/v1/questions/why-not-in", GET: "viewer" },
  { path: "/api/v1/raw-lines", GET: "auditor" },
  { path: "/api/v1/requests", GET: "viewer" },
  { path: "/api/v1/requests/[id]", GET: "viewer" },
  { path: "/api/v1/requests/facets", GET: "viewer" },
  { path: "/api/v1/sessions", GET: "admin", POST: "admin" },
  { path: "/api/v1/views", GET: "viewer", POST: "auditor" },
  { path: "/attempts", GET: "viewer" },
  { path: "/attempts/[id]", GET: "viewer" },
  { path: "/clusters", GET: "viewer" },
  { path: "/clusters/[name]", GET: "viewer" },
  { path: "/clusters/[name]/what-if", GET: "viewer" },
  { path: "/design", GET: "viewer" },
  { path: "/identities", GET: "viewer" },
  { path: "/identities/[kind]/[...value]", GET: "viewer" },
  { path: "/incidents", GET: "viewer" },
  { path: "/incidents/[id]", GET: "viewer" },
  { path: "/questions", GET: "viewer" },
  { path: "/questions/cut-off", GET: "viewer" },
  { path: "/questions/mapping-use", GET: "viewer" },
  { path: "/questions/what-changed", GET: "viewer" },
  { path: "/questions/who-did-this", GET: "viewer" },
  { path: "/questions/who-is-behind", GET: "viewer" },
  { path: "/questions/who-used-cluster-admin", GET: "viewer" },
  { path: "/questions/why-not-in", GET: "viewer" },
  { path: "/reasons", GET: "viewer" },
  { path: "/reasons/[code]", GET: "viewer" },
  { path: "/requests", GET: "viewer" },
  { path: "/requests/[id]", GET: "viewer" },
];
