import { narrowClusters } from "@/lib/auth/narrow-filter";
import { currentViewer } from "../access/current-viewer";
import { readAttemptQuery } from "../answer-attempt-query";
import { endpoints } from "../api/endpoints";
import { createEngineCall } from "../engine-client";
import { requireDataDir } from "../get-investigations";
import { respondWith } from "../http-errors";
import type { Standing } from "./change-board";
import { openStream } from "./open-stream";
import { StoredFeed } from "./stored-feed";

const KEY = Symbol.for("gatebook.stored-feed");
const shared = globalThis as typeof globalThis & { [KEY]?: StoredFeed };

/** Answers with a stream of events that ends with the request. `Last-Event-ID` goes before `after`. */
export function answerLive(request: Request): Promise<Response> {
  return respondWith(async () => {
    const { query, params } = await readAttemptQuery(request, endpoints.live);
    const after = request.headers.get("last-event-id") ?? params.get("after");
    const { signal } = request;
    const seen = currentViewer().clusters;
    const asked = query.view.cluster;
    const clusters = seen === "all" ? asked : narrowClusters(asked, seen);
    return new Response(openStream(feed(), { clusters, after, signal }), {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store, no-transform",
      },
    });
  });
}

function feed(): StoredFeed {
  shared[KEY] ??= createFeed();
  return shared[KEY];
}

function createFeed(): StoredFeed {
  const call = createEngineCall(requireDataDir(), 0);
  return new StoredFeed((known, signal) => call("awaitStored", null, known, signal) as Promise<Standing>);
}
