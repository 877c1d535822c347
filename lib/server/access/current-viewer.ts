import { AsyncLocalStorage } from "node:async_hooks";
import { NotAllowed } from "@/lib/ports/not-allowed";
import { ANYONE, type Viewer } from "@/lib/ports/viewer";
import type { Asker } from "./asker";

const KEY = Symbol.for("gatebook.asker");
const shared = globalThis as typeof globalThis & { [KEY]?: AsyncLocalStorage<Asker> };

/** One a process: Next loads this module more than once, and the front server has it too. */
function askers(): AsyncLocalStorage<Asker> {
  shared[KEY] ??= new AsyncLocalStorage<Asker>();
  return shared[KEY];
}

/** Does the work of one request; whatever it starts knows who asks. */
export function runAs<T>(asker: Asker, work: () => T): T {
  return askers().run(asker, work);
}

/** Who asks, known or not. Outside of a request: nobody, who may nothing. */
export function currentVisitor(): Asker {
  return askers().getStore() ?? { viewer: ANYONE, peer: null, sessionId: null };
}

/** Throws NotAllowed where nobody is known. */
export function currentViewer(): Viewer {
  const { viewer } = currentVisitor();
  if (viewer.kind === "anyone") throw new NotAllowed("sign-in", "Sign in first.");
  return viewer;
}
