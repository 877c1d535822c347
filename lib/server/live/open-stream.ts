import type { Standing } from "./change-board";
import { changedSince, eventText, readEventId, type Told, toldOf } from "./event-text";
import { liveStreams } from "./live-streams";
import type { StoredFeed } from "./stored-feed";

/** Between two events of one stream: what comes meanwhile is told in one. */
const REST_MS = 1_000;
const HEARTBEAT_MS = 15_000;
/** Events that wait for a client that takes none. */
const MOST_WAITING = 64;

const nothing = () => {};

interface Asked {
  /** Empty = all. */
  readonly clusters: readonly string[];
  /** The last event that the client had; null = it begins. */
  readonly after: string | null;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
}

/**
 * Tells when attempts of the clusters were stored, never what they are: the client asks for the rows of its own view. Takes a
 * seat, and frees it however the stream ends. Throws TooBusy.
 */
export function openStream(feed: StoredFeed, asked: Asked): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let stop: () => void = nothing;
  const leave = liveStreams().enter(() => stop());
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(controller) {
        const send = (text: string) => {
          if ((controller.desiredSize ?? 0) < -MOST_WAITING) return stop();
          controller.enqueue(encoder.encode(text));
        };
        const teller = createTeller(asked, send);
        const heartbeat = setInterval(() => send(": alive\n\n"), HEARTBEAT_MS);
        let unlisten: () => void = nothing;
        let isOver = false;
        stop = () => {
          if (isOver) return;
          isOver = true;
          clearInterval(heartbeat);
          teller.stop();
          unlisten();
          leave();
          asked.signal.removeEventListener("abort", stop);
          try {
            controller.close();
          } catch {
            // The client closed it first.
          }
        };
        asked.signal.addEventListener("abort", stop);
        unlisten = feed.listen(teller.take);
        if (isOver) unlisten();
        if (asked.signal.aborted) stop();
      },
      cancel: () => stop(),
    },
    { highWaterMark: 1 },
  );
}

/** Turns standings into events: a greeting, then what changed since the last event, at most one a second. */
function createTeller({ clusters, after }: Asked, send: (text: string) => void) {
  let told = readEventId(after);
  let greeted = false;
  let newest: Told | null = null;
  let resting: NodeJS.Timeout | null = null;
  const tell = () => {
    resting = null;
    if (newest === null || told === null) return;
    const changed = changedSince(newest, told);
    told = newest;
    if (changed.length === 0) return;
    resting = setTimeout(tell, REST_MS);
    send(eventText("stored", { clusters: changed }, newest));
  };
  return {
    take(standing: Standing | null) {
      if (standing === null) {
        greeted = false;
        return send(eventText("away", {}, null));
      }
      newest = toldOf(standing, clusters);
      if (!greeted) send(eventText("hello", {}, told === null ? newest : null));
      greeted = true;
      told ??= newest;
      if (resting === null) tell();
    },
    stop() {
      if (resting !== null) clearTimeout(resting);
    },
  };
}
