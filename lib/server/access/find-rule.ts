import { type Least, ROUTE_RULES, type RouteRule } from "./route-rules";

/** The least that is needed for a path; null = nothing is served there in that way. HEAD is as GET. */
export function findRule(path: string, method: string): Least | null {
  const rule = RULES.find(({ pattern }) => pattern.test(path))?.rule;
  if (rule === undefined) return null;
  if (method === "GET" || method === "HEAD") return rule.GET ?? null;
  return method === "POST" ? (rule.POST ?? null) : null;
}

/** One segment as a router reads it: `:id` and the names of folders are nobody's id. */
const SEGMENT = "[^/]+";

function toPattern({ path }: RouteRule): RegExp {
  const parts = path
    .split("/")
    .slice(1)
    .map((part) => {
      if (part.startsWith("[...")) return `${SEGMENT}(?:/${SEGMENT})*`;
      return part.startsWith("[") ? SEGMENT : part.replaceAll(".", "\\.");
    });
  return new RegExp(`^/${parts.join("/")}$`);
}

// What is spelled out goes before what stands for anything.
const RULES = [...ROUTE_RULES]
  .sort((a, b) => a.path.split("[").length - b.path.split("[").length)
  .map((rule) => ({ rule, pattern: toPattern(rule) }));
