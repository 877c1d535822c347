import { existsSync } from "node:fs";
import { createInvestigations } from "@/lib/investigations/create-investigations";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { createDeriver } from "@/lib/ingest/derive-attempts";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { createClock } from "./clock";
import { eventsFile } from "./data-folder";
import { connectEngine, type EngineClient, EngineUnavailable } from "./engine-client";
import { importPaths } from "./import-paths";
import { VERSION } from "./version";

export interface OpenFolder {
  readonly engine: EngineClient;
  close(): Promise<void>;
}

/**
 * A data folder for the command line: through the engine that owns it, or else by opening the file itself. `create`:
 * whether an absent folder is made. Gives null when there is nothing and nothing is to be made. Throws StoreError.
 */
export async function openDataFolder(folder: string, create: boolean): Promise<OpenFolder | null> {
  const remote = connectEngine(folder);
  try {
    await remote.reportHealth(LOCAL_VIEWER, {});
    return { engine: remote, close: async () => undefined };
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
  }
  const path = eventsFile(folder);
  if (!create && !existsSync(path)) return null;
  const clock = createClock(null);
  const store = await openEventStore({ path });
  const about = { version: VERSION, sample: false, startedMs: clock.now() };
  const investigations = createInvestigations({ store, clock, about });
  const { settled } = createDeriver(store);
  return {
    engine: {
      ...investigations,
      importPaths: (body) => importPaths({ store, clock, settled }, body),
    },
    close: () => store.close(),
  };
}
