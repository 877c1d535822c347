import type { Visit } from "../web/admit";
import { createRateLimit } from "../web/rate-limit";
import { tryKey } from "../web/try-key";
import { respondPage } from "./sign-in-page";

type Route = (visit: Visit) => Promise<void>;

/** Facts: security §3.4, for secrets; the same for sign-ins. */
const MOST = 10;
const PER_MS = 60_000;

/** Lets each address do each of some routes ten times a minute. */
export function limitTries(now: () => number): (route: Route) => Route {
  return (route) => {
    const limit = createRateLimit({ most: MOST, perMs: PER_MS, now });
    return async (visit) => {
      const seconds = limit.take(tryKey(visit.peer));
      if (seconds === null) return route(visit);
      const { request, response } = visit;
      response.setHeader("retry-after", seconds);
      const lines = [`There were too many tries from your address. Try again in ${seconds} seconds.`];
      respondPage(request, response, { status: 429, title: "Wait a moment", lines, link: null });
    };
  };
}
