import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { currentVisitor } from "../access/current-viewer";
import { createClock } from "../clock";
import { readConfig } from "../config";
import { getInvestigations, requireDataDir } from "../get-investigations";
import { createLinkDeeds } from "../links/create-link-deeds";
import { createShareDeeds } from "../shares/create-share-deeds";
type Deeds = ReturnType<typeof createShareDeeds> & ReturnType<typeof createLinkDeeds>;
const KEY = Symbol.for("gatebook.stub-deeds");
const shared = globalThis as typeof globalThis & { [KEY]?: Deeds };
export async function askDeed<N extends keyof Deeds>(
  name: N,
  query: Parameters<Deeds[N]["run"]>[1],
): Promise<Awaited<ReturnType<Deeds[N]["run"]>>> {
  shared[KEY] ??= {
    ...createLinkDeeds({ dataDir: requireDataDir() }),
    ...createShareDeeds({
      dataDir: requireDataDir(),
      clock: createClock(readConfig().clock),
      investigations: getInvestigations(),
      audit: { note: async () => undefined },
    }),
  };
  const run = shared[KEY][name].run as (asker: unknown, query: unknown) => Promise<never>;
  return run(currentVisitor() ?? { viewer: LOCAL_VIEWER, peer: null, sessionId: null }, query);
}
