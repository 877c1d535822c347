import type { EventStore } from "@/lib/ports/event-store";
import { asWork } from "./open-work";

/** The same store, but that a waiting clock waits for its work; once cut off it refuses all. */
export function awaitedStore(store: EventStore, isCutOff: () => boolean = () => false): EventStore {
  return new Proxy(store, {
    get(target, name: keyof EventStore) {
      return (...args: unknown[]) => {
        if (isCutOff()) return Promise.reject(new Error("cut off"));
        return asWork((target[name] as (...args: unknown[]) => Promise<unknown>)(...args));
      };
    },
  });
}
