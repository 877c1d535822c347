import { type Least, ROUTE_RULES } from "./route-rules";

/** Static parts before those that are filled in, as the router has it. */
const ORDERED = ROUTE_RULES.map((rule) => ({ rule, parts: rule.path.split("/").slice(1) })).sort(
  (a, b) => rankOf(a.parts) - rankOf(b.parts),
);

/** The least role for a path, without its query; null = no rule names it with this method. */
export function findRule(path: string, method: string): Least | null {
  const parts = path.split("/").slice(1);
  const found = findByParts(parts);
  // `expor%74` is an attempt's id here, and may be the export to a router that decodes first.
  if (found === undefined || found !== findByParts(parts.map(decode))) return null;
  const { GET, POST } = found.rule;
  if (method === "GET" || method === "HEAD") return GET ?? null;
  return method === "POST" ? (POST ?? null) : null;
}

function findByParts(parts: readonly string[]) {
  return ORDERED.find((one) => isMatch(one.parts, parts));
}

/** What cannot be decoded matches nothing. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

function isMatch(wanted: readonly string[], parts: readonly string[]): boolean {
  const isRest = wanted.at(-1)?.startsWith("[...") ?? false;
  if (isRest ? parts.length < wanted.length : parts.length !== wanted.length) return false;
  return parts.every((part, i) => {
    const want = wanted[Math.min(i, wanted.length - 1)] ?? "";
    return want.startsWith("[") ? isPlainPart(part) : part === want;
  });
}

/** Nothing that asks for the same page in another form, such as `x.rsc` or `x.segments`. */
function isPlainPart(part: string): boolean {
  return part !== "" && !/\.(rsc|segments|segment\.rsc)$/i.test(part);
}

function rankOf(parts: readonly string[]): number {
  return parts.reduce((rank, part, i) => rank + (part.startsWith("[") ? 2 ** (12 - i) : 0), 0);
}
