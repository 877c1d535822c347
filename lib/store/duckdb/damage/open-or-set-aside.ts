import type { EventStore } from "@/lib/ports/event-store";
import { StoreError } from "@/lib/ports/store-error";
import { openEventStore, type StoreOptions } from "../open-event-store";
import { isNoted, noteDamage, setAside } from "./set-aside";

/**
 * Opens a store as openEventStore does. One that is damaged, or was found so before, is set aside, never removed, and an
 * empty one is begun: its events are read anew from the sources. Gives the name of what was set aside, if anything was.
 */
export async function openOrSetAside(
  options: StoreOptions & { readonly now: () => number },
): Promise<{ store: EventStore; aside: string | null }> {
  const { path, now } = options;
  if (!isNoted(path)) {
    try {
      return { store: await openEventStore(options), aside: null };
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== "damaged") throw error;
      noteDamage(path, error);
    }
  }
  const aside = await setAside(path, now());
  return { store: await openEventStore(options), aside };
}
