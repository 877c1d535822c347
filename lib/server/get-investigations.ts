import type { Investigations } from "@/lib/ports/investigations";
import { readConfig } from "./config";
import { connectEngine } from "./engine-client";

/** A page asked for while the engine starts waits for it. */
const PATIENCE_MS = 10_000;

const KEY = Symbol.for("gatebook.investigations");
const shared = globalThis as typeof globalThis & { [KEY]?: Investigations };

/** What pages and routes ask. One client a process: Next loads this module more than once. */
export function getInvestigations(): Investigations {
  shared[KEY] ??= connectEngine(requireDataDir(), PATIENCE_MS);
  return shared[KEY];
}

/** The data folder of this process. Throws when its environment names none. */
export function requireDataDir(): string {
  const { dataDir } = readConfig();
  if (dataDir === null) throw new Error("GATEBOOK_DATA is not set: start Gatebook with npm start");
  return dataDir;
}
