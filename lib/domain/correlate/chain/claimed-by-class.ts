import type { CallerClass } from "../attempt";
import type { Origin } from "./chain";

/**
 * Where no record leads to an origin, what the attempt's own lines make of its caller is left: by his names, and so a
 * claim (facts: authenticator §6.7). A Fargate node's name stands in its Kubernetes username alone.
 */
export function claimedByClass(
  {
    class: kind,
    kubernetes,
  }: { readonly class: CallerClass; readonly kubernetes: { readonly username: string } | null },
  origin: Origin,
): Origin {
  const isOpen = origin.kind === "unknown" && (origin.confidence ?? "claimed") === "claimed";
  if (!isOpen || kind === "unknown") return origin;
  const username = kind === "node" ? (kubernetes?.username ?? null) : null;
  if (origin.name !== null || username === null) return { ...origin, kind, confidence: "claimed" };
  return { ...origin, kind, name: username, nameFrom: "kubernetes-username", confidence: "claimed" };
}
