import { currentVisitor } from "../access/current-viewer";
import { createEngineCall, type EngineCall } from "../engine-client";
import { requireDataDir } from "../get-investigations";
import type { AllDeeds } from "./create-deeds";

/** A page asked for while the engine starts waits for it. */
const PATIENCE_MS = 10_000;
const KEY = Symbol.for("gatebook.deeds");
const shared = globalThis as typeof globalThis & { [KEY]?: EngineCall };

type Query<N extends keyof AllDeeds> = Parameters<AllDeeds[N]["run"]>[1];
type Answer<N extends keyof AllDeeds> = Awaited<ReturnType<AllDeeds[N]["run"]>>;

/** Has the engine do it, as who asks just now. Throws NotAllowed, EngineUnavailable, InvalidQuery and TooBusy. */
export async function askDeed<N extends keyof AllDeeds>(name: N, query: Query<N>): Promise<Answer<N>> {
  shared[KEY] ??= createEngineCall(requireDataDir(), PATIENCE_MS);
  return (await shared[KEY](`deed/${name}`, currentVisitor().viewer, query)) as Answer<N>;
}
