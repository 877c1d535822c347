import { problemInOneLine, type SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import type { EventStore } from "@/lib/ports/event-store";
import { StoreError } from "@/lib/ports/store-error";
import type { Log } from "../log/create-log";
import type { EngineMetrics } from "../metrics/engine-metrics";

export interface Watch {
  readonly log: Log;
  readonly metrics: EngineMetrics;
}

/** The same store; what happens to it is timed, and problems and recoveries of sources are told, once each. */
export function observeStore(store: EventStore, watch: Watch): EventStore {
  const note = createProblemNotes(watch);
  const told = createRoomNotes(watch);
  return {
    ...store,
    async appendPage(page) {
      const done = watch.metrics.stored.startTimer();
      const added = await told(store.appendPage(page));
      done();
      note(page.sourceId, page.notice);
      return added;
    },
    async setSourceState(source, state, problem) {
      await store.setSourceState(source, state, problem);
      if (problem !== null || state === "following") note(source, problem);
    },
  };
}

/** Tells that the disk is full, and that there is room again: reading waits meanwhile, and tries now and then. */
function createRoomNotes({ log }: Watch): <T>(work: Promise<T>) => Promise<T> {
  let isFull = false;
  return async (work) => {
    try {
      const result = await work;
      if (isFull) log.info("There is room again; reading goes on");
      isFull = false;
      return result;
    } catch (error) {
      const cannot = error instanceof StoreError && error.code === "disk-full";
      if (cannot && !isFull)
        log.error({ code: "disk-full" }, `Nothing new is stored, reading waits: ${error.message}`);
      isFull ||= cannot;
      throw error;
    }
  };
}

/** Takes each source's problem as it is now; null = it is read. */
function createProblemNotes({
  log,
  metrics,
}: Watch): (source: string, problem: SourceProblem | null) => void {
  const codes = new Map<string, string>();
  return (source, problem) => {
    if (problem === null) {
      if (codes.delete(source)) log.info({ source }, "Source is read again");
      return;
    }
    const { code, permission } = problem;
    if (codes.get(source) === code) return;
    codes.set(source, code);
    metrics.failures.inc({ source, code });
    log.warn({ source, code, permission }, `Source: ${problemInOneLine(problem)}`);
  };
}
