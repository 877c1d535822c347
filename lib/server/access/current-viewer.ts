import type { Viewer } from "@/lib/ports/viewer";
export interface Asker {
  readonly viewer: Viewer;
  readonly peer: string | null;
  readonly sessionId: string | null;
}
