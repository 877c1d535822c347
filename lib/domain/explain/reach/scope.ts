import type { ReachRequest } from "./request";

/** Where a grant holds. */
export type Scope =
  | { readonly kind: "cluster" }
  | { readonly kind: "namespace"; readonly name: string }
  /** Of an access policy: names in which `*` stands for any run of letters. */
  | { readonly kind: "patterns"; readonly patterns: readonly string[] };

/** Whether a request lies where a grant holds: what is in no namespace is reached from the whole cluster only. */
export function covers(scope: Scope, request: ReachRequest): boolean {
  if (scope.kind === "cluster") return true;
  if (request.kind === "url" || request.namespace === "") return false;
  if (scope.kind === "namespace") return scope.name === request.namespace;
  return scope.patterns.some((pattern) => namespaceMatches(pattern, request.namespace));
}

/** `dev-*` and the like, in linear time: each piece between two stars is looked for once, from left to right. */
export function namespaceMatches(pattern: string, name: string): boolean {
  const pieces = pattern.split("*");
  const [first = "", last = ""] = [pieces[0], pieces.at(-1)];
  if (pieces.length === 1) return pattern === name;
  if (name.length < first.length + last.length) return false;
  if (!name.startsWith(first) || !name.endsWith(last)) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = name.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= name.length - last.length;
}
