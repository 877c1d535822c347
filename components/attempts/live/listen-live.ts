/** How the page learns of what is stored: by the server's stream, or by asking from time to time. */
export type LiveState = "connecting" | "live" | "polling";

interface LiveListener {
  readonly onState: (state: LiveState) => void;
  /** Attempts of the clusters were stored. */
  readonly onStored: () => void;
}

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Listens to what is stored of these clusters (none named = of all), until the result is called. A stream that breaks off
 * goes on by itself where it was; one that is refused is asked for again, less and less often.
 */
export function listenLive(clusters: readonly string[], { onState, onStored }: LiveListener): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = FIRST_WAIT_MS;
  let after = "";
  const open = () => {
    onState("connecting");
    source = new EventSource(liveUrl(clusters, after));
    source.addEventListener("hello", (event) => {
      waitMs = FIRST_WAIT_MS;
      after = event.lastEventId || after;
      onState("live");
    });
    source.addEventListener("stored", (event) => {
      after = event.lastEventId || after;
      onStored();
    });
    source.addEventListener("away", () => onState("polling"));
    source.addEventListener("error", () => {
      onState("polling");
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, waitMs);
      waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

function liveUrl(clusters: readonly string[], after: string): string {
  const query = new URLSearchParams(clusters.map((name) => ["cluster", name]));
  if (after !== "") query.set("after", after);
  const text = query.toString();
  return text === "" ? "/api/v1/live" : `/api/v1/live?${text}`;
}
