import type { EpochMs } from "../../time/time-range";
import type { ItemRevision, StoredMark } from "./item-revision";

/** An authenticator notices a change within seconds; what it notices then is no other change. */
const ECHO_MS = 15_000;
/** Several instances notice one change, and they are one. */
const BURST_MS = 15_000;

type State = ItemRevision["state"];

/**
 * The revisions of one item, oldest first, from all that is told of it. What is seen and differs from before began at some
 * time in between: at the only write in between, if there was one, and otherwise nobody knows when.
 */
export function historyOfItem(marks: readonly StoredMark[]): ItemRevision[] {
  const building = new Building();
  for (const mark of [...marks].sort(byTime)) building.add(mark);
  return building.revisions;
}

class Building {
  readonly revisions: ItemRevision[] = [];
  #touches: EpochMs[] = [];

  add(mark: StoredMark): void {
    if (mark.tells === "broken") return;
    if (mark.tells === "touched") this.#touch(mark.timeMs);
    else if (mark.tells === "seen") this.#see(mark);
    else this.#change(mark);
    if (mark.tells !== "touched") this.#touches = [];
  }

  #touch(timeMs: EpochMs): void {
    const { by, fromMs } = this.revisions.at(-1) ?? { by: null, fromMs: null };
    const isEcho = by !== null && fromMs !== null && timeMs - fromMs <= ECHO_MS;
    if (!isEcho) this.#touches.push(timeMs);
  }

  #see({ timeMs, untilMs, value }: StoredMark): void {
    const state = stateOf(value);
    const last = this.revisions.at(-1);
    const told = { firstMs: timeMs, lastMs: untilMs, by: null };
    if (last === undefined) this.revisions.push({ ...told, state, fromMs: null, isFromKnown: false });
    else if (isSame(last.state, state))
      this.revisions[this.revisions.length - 1] = {
        ...last,
        firstMs: last.firstMs ?? timeMs,
        lastMs: Math.max(last.lastMs ?? untilMs, untilMs),
      };
    else {
      const touch = onlyOne(this.#touches);
      this.revisions.push({ ...told, state, fromMs: touch ?? timeMs, isFromKnown: touch !== null });
    }
  }

  #change(mark: StoredMark): void {
    const { tells, timeMs } = mark;
    if (this.revisions.length === 0)
      this.revisions.push({
        state: { kind: tells === "created" ? "none" : "unknown" },
        fromMs: null,
        isFromKnown: false,
        firstMs: null,
        lastMs: null,
        by: null,
      });
    const state = stateOf(tells === "removed" ? null : mark.value);
    this.revisions.push({
      state,
      fromMs: timeMs,
      isFromKnown: true,
      firstMs: timeMs,
      lastMs: timeMs,
      by: mark,
    });
  }
}

function stateOf(value: string | null): State {
  return value === null ? { kind: "none" } : { kind: "value", value };
}

function isSame(a: State, b: State): boolean {
  if (a.kind !== "value" || b.kind !== "value") return a.kind === b.kind && a.kind !== "unknown";
  return a.value === b.value;
}

/** The start of the only burst; null = there is none, or there are several. */
function onlyOne(touches: readonly EpochMs[]): EpochMs | null {
  const [first, ...rest] = touches;
  if (first === undefined) return null;
  return rest.every((one) => one - first <= BURST_MS) ? first : null;
}

/** What is done comes before what is noticed and seen of it at the same instant. */
const ORDER = ["created", "set", "removed", "touched", "broken", "seen"];

function byTime(a: StoredMark, b: StoredMark): number {
  return a.timeMs - b.timeMs || ORDER.indexOf(a.tells) - ORDER.indexOf(b.tells);
}
