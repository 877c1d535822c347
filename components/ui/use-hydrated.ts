import { useSyncExternalStore } from "react";

const subscribe = () => () => {};

/** false on the server and while hydrating: what needs inline styles must wait, the content policy blocks them in HTML. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}
