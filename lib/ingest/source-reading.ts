import type { SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import { addReading, type CoverageByAge, readAt } from "@/lib/domain/time/coverage-by-age";
import type { EpochMs, TimeRange } from "@/lib/domain/time/time-range";
import type { Clock } from "@/lib/ports/clock";
import type { EventSource } from "@/lib/ports/event-source";
import type { Checkpoint, ReadingStore, SourceStanding } from "@/lib/ports/reading-store";
import type { PaceMeter } from "./pace-meter";
import { type PlannedReading, planOnce, planReading, pollRange } from "./plan-reading";
import { readRecords } from "./read-records";

export interface ReadingContext {
  readonly store: ReadingStore;
  readonly clock: Clock;
  readonly lookbackMs: number;
  readonly signal: AbortSignal;
  readonly meter: PaceMeter;
  /** After each stored page. */
  readonly onPage: () => void;
  /** When all that was asked for first is read, or cannot be read now. */
  readonly onCaughtUp: () => void;
}

/** The reading of one source: polls for what is new, and besides them one stretch after the other of what is missing. */
export class SourceReading {
  readonly #source: EventSource;
  readonly #context: ReadingContext;
  /** What the coverage says is to be read; it grows when the source can be asked for more than at first. */
  #asked: TimeRange;
  /** From where on the source is to be read, as far as it can be. */
  readonly #from: EpochMs;
  /** What was read, and what was tried in vain since the start: neither is planned again. */
  #done: CoverageByAge;
  /** Half read, page by page between the polls. */
  #stretch: Checkpoint | null;
  #isBackfill = true;
  #polledTo: EpochMs;
  #notice: SourceProblem | null;
  /** From before the start. */
  readonly #inherited: SourceProblem | null;
  /** What each of the two stumbled over, until a page of it is read. */
  #failures: { poll: SourceProblem | null; stretch: SourceProblem | null } = { poll: null, stretch: null };

  private constructor(
    source: EventSource,
    context: ReadingContext,
    asked: TimeRange,
    standing: SourceStanding,
  ) {
    this.#source = source;
    this.#context = context;
    this.#asked = asked;
    this.#from = source.only === undefined ? asked.to - context.lookbackMs : asked.from;
    this.#polledTo = asked.to;
    this.#done = standing.read;
    this.#stretch = standing.checkpoint;
    this.#notice = standing.notice;
    this.#inherited = standing.notice;
    context.meter.begin(asked, readAt(standing.read, 0), asked.to);
  }

  static async open(source: EventSource, context: ReadingContext): Promise<SourceReading> {
    const now = context.clock.now();
    const { only = { from: 0, to: now } } = source;
    const from = Math.max(source.oldestMs(now) ?? 0, now - context.lookbackMs, only.from);
    const asked = { from, to: Math.max(from, Math.min(now, only.to)) };
    const standing = await context.store.openSource(source.descriptor, asked, "reading");
    return new SourceReading(source, context, asked, standing);
  }

  get notice(): SourceProblem | null {
    return this.#notice;
  }

  /** What cannot be read just now; null = nothing. */
  get failure(): SourceProblem | null {
    return this.#failures.poll ?? this.#failures.stretch;
  }

  /** The source stays failed until what failed is read, whatever else of it can be. */
  failed(part: "poll" | "stretch", problem: SourceProblem): void {
    this.#failures[part] = problem;
  }

  /** What is new since the last poll, all of it. Throws SourceError; then the next poll reads the same and more. */
  async poll(): Promise<void> {
    const now = this.#context.clock.now();
    let poll: Checkpoint | null = { range: pollRange(this.#polledTo, now), cursor: null, startedMs: now };
    while (poll !== null && !this.#context.signal.aborted) poll = await this.#readPage(poll, false);
    if (poll === null) this.#polledTo = now;
  }

  /** Whether something is to be read besides the polls, and whether it was never read. */
  plan(): "backfill" | "sweep" | "nothing" {
    if (this.#stretch === null) {
      const now = this.#context.clock.now();
      const planned = this.#planAt(now);
      if (planned?.kind !== "backfill") this.#forgetInherited();
      if (planned === null) return "nothing";
      this.#stretch = { range: planned.range, cursor: null, startedMs: now };
      this.#isBackfill = planned.kind === "backfill";
    }
    return this.#isBackfill ? "backfill" : "sweep";
  }

  #planAt(now: EpochMs): PlannedReading | null {
    if (this.#source.only !== undefined) return planOnce(this.#asked, readAt(this.#done, 0));
    const from = Math.max(this.#from, this.#source.oldestMs(now) ?? 0);
    return planReading(this.#done, { from, polledTo: this.#polledTo, now });
  }

  /** Every stretch that could not be read was tried again by now; what is still to be said of one was said again. */
  #forgetInherited(): void {
    if (this.#notice === this.#inherited && isOfStretch(this.#notice)) this.#notice = null;
  }

  /** One page of what `plan` found. Throws SourceError; then the page is still to be read. */
  async readOn(): Promise<void> {
    if (this.#stretch === null) return;
    if (this.#stretch.range.from < this.#asked.from) await this.#askFrom(this.#stretch.range.from);
    await this.#readPage(this.#stretch, true);
  }

  async #askFrom(from: EpochMs): Promise<void> {
    const { store, meter, clock } = this.#context;
    this.#asked = { ...this.#asked, from };
    await store.openSource(this.#source.descriptor, this.#asked, "reading");
    meter.begin(this.#asked, readAt(this.#done, 0), clock.now());
  }

  /** Gives where to go on; null = the range is read to its end. */
  async #readPage(at: Checkpoint, isStretch: boolean): Promise<Checkpoint | null> {
    const { store, clock, signal, meter, onPage } = this.#context;
    const { id, kind } = this.#source.descriptor;
    const { range, startedMs } = at;
    const page = await this.#source.read(range, at.cursor, signal);
    const next = page.cursor === null ? null : { range, startedMs, cursor: page.cursor };
    const checkpoint = isStretch ? next : this.#stretch;
    if (this.#notice?.code === page.over) this.#notice = null;
    this.#notice = page.notice ?? this.#notice;
    const records = await readRecords(kind, page.records);
    this.#failures[isStretch ? "stretch" : "poll"] = null;
    const { failure } = this;
    const standing = { notice: failure ?? this.#notice, stillFails: failure !== null };
    const about = { complete: page.complete, startedMs, checkpoint, ...standing };
    await store.appendPage({ sourceId: id, records, ...about, readAtMs: clock.now() });
    if (isStretch) this.#stretch = next;
    const done = next === null ? range : page.complete;
    if (done !== null) {
      this.#done = addReading(this.#done, done, startedMs);
      if (isStretch) meter.add(done, clock.now());
      else meter.addAside(done);
    }
    if (records.length > 0) onPage();
    return next;
  }
}

/** Or of the whole source. */
function isOfStretch(notice: SourceProblem | null): boolean {
  return notice?.code === "too-many-at-once" || notice?.code === "unreadable-object";
}
