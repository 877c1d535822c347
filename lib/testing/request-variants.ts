/** Another way to ask for a path, which front server and router might read differently. */
export interface RequestVariant {
  readonly name: string;
  readonly path: (path: string) => string;
  readonly headers?: Readonly<Record<string, string>>;
}
const same = (path: string) => path;
const letter = (path: string) =>
  path.replace(/[a-z](?!.*[a-z])/, (one) => `%${one.charCodeAt(0).toString(16)}`);
/** `PATH` in a header stands for the path itself. */
export const REQUEST_VARIANTS: readonly RequestVariant[] = [
  { name: "plain", path: same },
  { name: "rsc header", path: same, headers: { rsc: "1", "next-router-state-tree": "%5B%22%22%5D" } },
  { name: "prefetch", path: same, headers: { rsc: "1", "next-router-prefetch": "1" } },
  {
    name: "segment prefetch",
    path: same,
    headers: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  },
  { name: "?_rsc", path: (path) => `${path}?_rsc=abc12` },
  { name: ".rsc", path: (path) => `${path}.rsc` },
  { name: "segments", path: (path) => `${path}.segments/_tree.segment.rsc` },
  { name: "data", path: (path) => `/_next/data/x${path}.json` },
  { name: "//", path: (path) => `/${path}` },
  { name: "case", path: (path) => path.toUpperCase() },
  { name: "trailing slash", path: (path) => `${path}/` },
  { name: "percent", path: letter },
  { name: "dot", path: (path) => `/.${path}` },
  ...["x-http-method-override", "x-original-url", "x-rewrite-url", "x-middleware-rewrite"].map((name) => ({
    name,
    path: () => "/api/v1/health",
    headers: { [name]: "PATH" },
  })),
  { name: "subrequest", path: same, headers: { "x-middleware-subrequest": "middleware:middleware:proxy" } },
];
