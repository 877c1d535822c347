import type { Viewer } from "@/lib/ports/viewer";

/** Who asks, and from where. */
export interface Asker {
  readonly viewer: Viewer;
  /** The socket's peer, or what a trusted proxy says of it. */
  readonly peer: string | null;
  readonly sessionId: string | null;
  /** Who keeps a person's session where it is none of ours. */
  readonly keeper?: "balancer" | "proxy";
}
