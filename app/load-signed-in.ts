import type { SignedIn } from "@/components/sign-in/signed-in";
import { currentVisitor } from "@/lib/server/access/current-viewer";

/** Whoever opens a share by its link alone: nothing else is for him. */
export function isStranger(): boolean {
  return currentVisitor().viewer.kind === "anyone";
}

/** Who asks, to be shown; null where nobody signs in. */
export function loadSignedIn(): SignedIn | null {
  const { viewer, keeper = "gatebook" } = currentVisitor();
  if (viewer.kind !== "person" || viewer.role === null) return null;
  return { name: viewer.name, role: viewer.role, keeper };
}
