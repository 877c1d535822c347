import { TooBusy } from "@/lib/ports/too-busy";

const MOST = 100;
const RETRY_AFTER_S = 30;

/** The streams of this process. */
export interface LiveStreams {
  /** Gives what takes it off again. Throws TooBusy when there are as many as may be, or the process ends. */
  enter(stop: () => void): () => void;
  count(): number;
  /** Ends all of them; no other begins. */
  close(): void;
}

const KEY = Symbol.for("gatebook.live-streams");
const shared = globalThis as typeof globalThis & { [KEY]?: LiveStreams };

/** One set a process: Next loads this module more than once, and the front server has it too. */
export function liveStreams(): LiveStreams {
  shared[KEY] ??= createLiveStreams(MOST);
  return shared[KEY];
}

export function createLiveStreams(most: number): LiveStreams {
  const open = new Set<() => void>();
  let isClosed = false;
  return {
    enter(stop) {
      if (isClosed || open.size >= most)
        throw new TooBusy(
          `${open.size} pages are told at once what is new, the most that can be.`,
          RETRY_AFTER_S,
        );
      // Of its own, so that the same function may be entered twice.
      const one = () => stop();
      open.add(one);
      return () => open.delete(one);
    },
    count: () => open.size,
    close() {
      isClosed = true;
      for (const stop of [...open]) stop();
    },
  };
}
