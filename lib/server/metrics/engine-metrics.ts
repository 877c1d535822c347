import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { VERSION } from "../version";

export type EngineMetrics = ReturnType<typeof createEngineMetrics>;

/** Seconds. A question over dimensions takes 5 to 500 ms, free text up to some seconds. */
const QUESTION_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The numbers that are counted as things happen; docs/operations.md explains each. */
export function createEngineMetrics() {
  const registry = new Registry();
  registry.setDefaultLabels({ process: "engine" });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const info = new Gauge({
    name: "gatebook_build_info",
    help: "Always 1; the label tells the version of Gatebook.",
    labelNames: ["version"],
    registers,
  });
  info.set({ version: VERSION }, 1);
  return {
    registry,
    requests: new Counter({
      name: "gatebook_aws_requests_total",
      help: "Requests sent to AWS, each try for itself, by API, Region and outcome.",
      labelNames: ["api", "region", "outcome"],
      registers,
    }),
    throttles: new Counter({
      name: "gatebook_aws_throttles_total",
      help: "Requests that AWS refused because of their rate, by API and Region.",
      labelNames: ["api", "region"],
      registers,
    }),
    failures: new Counter({
      name: "gatebook_source_failures_total",
      help: "Times a source got a problem, by its code.",
      labelNames: ["source", "code"],
      registers,
    }),
    stored: new Histogram({
      name: "gatebook_page_store_seconds",
      help: "Time to store one page of records, its coverage and its checkpoint.",
      buckets: QUESTION_SECONDS,
      registers,
    }),
    questions: new Histogram({
      name: "gatebook_question_seconds",
      help: "Time the engine took to answer a question, by question and outcome.",
      labelNames: ["question", "outcome"],
      buckets: QUESTION_SECONDS,
      registers,
    }),
  };
}
