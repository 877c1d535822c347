import type { AskedRequests, AskedStanding } from "@/lib/domain/summarize/requests/asked-requests";
import { CollectedRequests, countAsked } from "@/lib/domain/summarize/requests/collect-requests";
import type { SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import type { EpochMs } from "@/lib/domain/time/time-range";
import type { AuditPage, AuditQuestion, AuditReading } from "@/lib/ports/audit-logs";
import type { Clock } from "@/lib/ports/clock";
import { SourceError } from "@/lib/ports/event-source";
import { InvalidQuery } from "@/lib/ports/invalid-query";
import { readAsked } from "./read-asked";
import { whatIsNotTold } from "./what-is-not-told";

/** More than anybody looks through; a program that asks all the time makes as many within minutes. */
const MOST_REQUESTS = 5_000;
/** A large audit log has many pages on which nothing matches. */
const MOST_PAGES = 500;
/** Whoever waits goes first; a long search takes turns with what is read in the background. */
const PAGES_FIRST = 20;

/** One question to an audit log: how its reading goes, and what it found. */
export class AskedReading {
  readonly #question: AuditQuestion;
  readonly #log: AuditReading;
  readonly #clock: Clock;
  readonly #abort = new AbortController();
  readonly #found: CollectedRequests;
  #state: AskedRequests["state"] = "waiting";
  #readDownToMs: EpochMs | null = null;
  #pages = 0;
  #isCut = false;
  #problem: SourceProblem | null = null;
  #notice: SourceProblem | null = null;
  #endedMs: EpochMs | null = null;

  constructor(question: AuditQuestion, log: AuditReading, clock: Clock) {
    this.#question = question;
    this.#log = log;
    this.#clock = clock;
    this.#found = new CollectedRequests(question.mark);
  }

  get state(): AskedRequests["state"] {
    return this.#state;
  }

  /** null = it goes on. */
  get endedMs(): EpochMs | null {
    return this.#endedMs;
  }

  get size(): number {
    return this.#found.rows.length;
  }

  /** One that waits ends at once, and is passed over when its turn comes. */
  stop(): void {
    if (this.#endedMs !== null) return;
    this.#abort.abort();
    if (this.#state === "waiting") this.#end("stopped");
  }

  #end(state: "done" | "failed" | "stopped"): void {
    this.#state = state;
    this.#endedMs = this.#clock.now();
  }

  /** Rejects with what is no source's failure. */
  async run(ending: AbortSignal): Promise<void> {
    if (this.#endedMs !== null) return;
    const signal = AbortSignal.any([this.#abort.signal, ending]);
    try {
      signal.throwIfAborted();
      this.#state = "reading";
      await this.#readAll(signal);
      this.#end(this.#problem === null ? "done" : "failed");
    } catch (error) {
      this.#end(signal.aborted ? "stopped" : "failed");
      if (error instanceof SourceError) this.#problem = error.problem;
      else if (!signal.aborted) throw error;
    }
  }

  async #readAll(signal: AbortSignal): Promise<void> {
    let cursor: string | null = null;
    do {
      const urgency = this.#pages < PAGES_FIRST ? "interactive" : "background";
      const page: AuditPage = await this.#log.read(cursor, { urgency, signal });
      this.#pages++;
      this.#notice = page.notice ?? this.#notice;
      this.#found.add(await readAsked(page.records));
      cursor = page.cursor;
      this.#moveDown(page, cursor === null);
      this.#isCut =
        cursor !== null && (this.#found.rows.length >= MOST_REQUESTS || this.#pages >= MOST_PAGES);
    } while (cursor !== null && !this.#isCut);
    if (this.#found.rows.length === 0) this.#problem = await this.#log.whyNothing(signal);
  }

  #moveDown({ records }: AuditPage, isLast: boolean): void {
    const oldest = records.reduce(
      (min, { timeMs }) => Math.min(min, timeMs),
      this.#readDownToMs ?? this.#question.range.to,
    );
    this.#readDownToMs = isLast ? this.#question.range.from : oldest;
  }

  /** Throws InvalidQuery for a cursor that is none of its own. */
  standing({ cursor, limit }: { readonly cursor: string | null; readonly limit: number }): AskedStanding {
    const { rows } = this.#found;
    const from = cursor === null ? 0 : readCursor(cursor, rows.length);
    const shown = rows.slice(from, from + limit);
    const end = from + shown.length;
    return {
      ...{ state: this.#state, readDownToMs: this.#readDownToMs, pages: this.#pages, problem: this.#problem },
      isSlowed: this.#endedMs === null && this.#log.isSlowed(),
      ...countAsked(rows),
      rows: shown,
      next: end < rows.length ? String(end) : null,
      notes: this.#notes(),
      command: this.#pages > 0 || this.#problem !== null ? this.#log.command() : null,
    };
  }

  #notes(): string[] {
    if (this.#endedMs === null) return [];
    return whatIsNotTold({
      range: this.#question.range,
      nowMs: this.#endedMs,
      kept: this.#log.kept(),
      isByQuery: this.#log.isByQuery(),
      notice: this.#notice,
      cutAtMs: this.#isCut || this.#state === "stopped" ? this.#readDownToMs : null,
    });
  }
}

function readCursor(cursor: string, length: number): number {
  const from = /^\d{1,6}$/.test(cursor) ? Number(cursor) : Number.NaN;
  if (!(from <= length)) throw new InvalidQuery("cursor", "is not one that a former page gave");
  return from;
}
