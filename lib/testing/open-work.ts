import { subscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";

/** Turns of the event loop in which nothing happens, until nothing more is expected to. */
const CALM_TURNS = 12;
/** A request that nothing comes of in so many turns of a millisecond waits for time itself to pass. */
const PATIENCE = 40;

const requests = new Set<ClientRequest>();
let named = 0;
let waiting = 0;
let changes = 0;

subscribe("http.client.request.start", (message) => {
  const { request } = message as { readonly request: ClientRequest };
  changes++;
  requests.add(request);
  request.once("close", () => {
    changes++;
    requests.delete(request);
  });
});

/** Counts as work, until it is settled, for all who wait until nothing runs. */
export async function asWork<T>(work: Promise<T>): Promise<T> {
  named++;
  changes++;
  try {
    return await work;
  } finally {
    named--;
    changes++;
  }
}

/** A request whose answer waits for time to pass, until it is settled. */
export async function asWaiting(sleep: Promise<void>): Promise<void> {
  waiting++;
  await sleep.finally(() => {
    waiting--;
    changes++;
  });
}

/** Resolves when nothing of this process is under way: no HTTP request that gets an answer, no named work. */
export async function whenNothingRuns(): Promise<void> {
  let seen = changes;
  for (let calm = 0, waited = 0; calm < CALM_TURNS; ) {
    const isBusy = named > 0 || (requests.size > waiting && waited < PATIENCE);
    await (isBusy ? nextMillisecond() : nextTurn());
    waited = changes === seen ? waited + (isBusy ? 1 : 0) : 0;
    calm = changes === seen && !isBusy ? calm + 1 : 0;
    seen = changes;
  }
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
const nextMillisecond = () => new Promise((resolve) => setTimeout(resolve, 1));
