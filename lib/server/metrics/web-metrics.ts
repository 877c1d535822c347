import { liveStreams } from "../live/live-streams";
import { REFUSAL_REASONS } from "../web/check-request";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export type WebMetrics = ReturnType<typeof createWebMetrics>;

const ANSWER_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The numbers of the web process. */
export function createWebMetrics() {
  const registry = new Registry();
  registry.setDefaultLabels({ process: "web" });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    engineUp: new Gauge({
      name: "gatebook_engine_up",
      help: "1 when the engine answers, else 0: then its own numbers are missing here.",
      registers,
    }),
    streams: new Gauge({
      name: "gatebook_live_streams",
      help: "Pages that are told just now when attempts are stored.",
      registers,
      collect() {
        this.set(liveStreams().count());
      },
    }),
    tokensRefused: new Counter({
      name: "gatebook_tokens_refused_total",
      help: "Requests refused because something in them looked like a live token.",
      registers,
    }),
    refusals: new Counter({
      name: "gatebook_requests_refused_total",
      help: "Requests that the front server let nobody see, by reason.",
      labelNames: ["reason"],
      registers,
      collect() {
        for (const reason of REFUSAL_REASONS) this.inc({ reason }, 0);
      },
    }),
    answers: new Histogram({
      name: "gatebook_http_request_seconds",
      help: "Time from a request's head to the end of its answer, by method, route and status.",
      labelNames: ["method", "route", "status"],
      buckets: ANSWER_SECONDS,
      registers,
    }),
  };
}
