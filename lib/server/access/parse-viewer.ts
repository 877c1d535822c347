import { ANYONE, ROLES, type Role, type Viewer } from "@/lib/ports/viewer";

const KINDS: readonly Viewer["kind"][] = ["local", "person", "anyone"];

/** A viewer as the engine's asker names him. What is none, or has a part that cannot be, may nothing. */
export function parseViewer(value: unknown): Viewer {
  if (typeof value !== "object" || value === null) return ANYONE;
  const { kind, id, name, role, clusters } = value as Readonly<Record<string, unknown>>;
  const known = KINDS.find((one) => one === kind);
  if (known === undefined || typeof id !== "string" || typeof name !== "string") return ANYONE;
  if (!isRole(role) || !areClusters(clusters)) return ANYONE;
  return { kind: known, id, name, role, clusters };
}

function isRole(value: unknown): value is Role | null {
  return value === null || ROLES.some((role) => role === value);
}

function areClusters(value: unknown): value is Viewer["clusters"] {
  return value === "all" || (Array.isArray(value) && value.every((name) => typeof name === "string"));
}
