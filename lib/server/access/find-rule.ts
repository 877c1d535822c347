export type Least = "anyone" | "viewer" | "auditor" | "admin";
export function findRule(path: string, method: string): Least | null {
  if (method === "POST")
    return path === "/api/v1/views" ? "viewer" : path === "/api/v1/sessions" ? "admin" : null;
  if (/^\/(api\/v1\/sessions|admin\/sessions)$/.test(path)) return "admin";
  return /^\/(api\/v1\/[a-z-]+(\/[^/.]+)*|(attempts|clusters|identities|questions|reasons|requests|design)(\/[^/]+)*)?$/.test(
    path,
  ) && !/\.rsc$|\.segments|nothing/.test(path)
    ? "viewer"
    : null;
}
