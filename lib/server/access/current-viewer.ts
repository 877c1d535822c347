import { AsyncLocalStorage } from "node:async_hooks";
import { ANYONE, type Viewer } from "@/lib/ports/viewer";
export interface Asker {
  readonly viewer: Viewer;
  readonly peer: string | null;
  readonly sessionId: string | null;
}
const KEY = Symbol.for("gatebook.asker");
const shared = globalThis as typeof globalThis & { [KEY]?: AsyncLocalStorage<Asker> };
shared[KEY] ??= new AsyncLocalStorage<Asker>();
const storage = shared[KEY];
export function runAs<T>(asker: Asker, work: () => T): T {
  return storage.run(asker, work);
}
export function currentVisitor(): Asker {
  return storage.getStore() ?? { viewer: ANYONE, peer: null, sessionId: null };
}
