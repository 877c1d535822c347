import {
  type ConnectionNote,
  isNeverRead,
  type SourceCoverage,
  type SourceProblem,
  type StoredCoverage,
} from "@/lib/domain/summarize/coverage/coverage-report";
import type { LiveReading } from "@/lib/ports/live-reading";
import type { InvestigationContext } from "../investigation-context";

/** Every source: as the store knows it, and as it stands just now. */
export async function readCoverage({ store, clock, live }: InvestigationContext): Promise<SourceCoverage[]> {
  const stored = await store.coverage();
  if (live === undefined) return stored.map((source) => ({ ...source, pace: null, kept: null }));
  const notes = new Map(live.notes().map((note) => [note.id, note]));
  const sources = stored.map((source) => ({
    ...withNote(source, notes, live),
    pace: live.paceOf(source.id),
    kept: live.keptOf(source.id),
  }));
  const known = new Set(stored.map(({ id }) => id));
  const unread = [...notes.values()].filter(({ id }) => !known.has(id));
  return [...unread.map((note) => rowOf(note, clock.now())), ...sources];
}

function withNote(
  source: StoredCoverage,
  notes: ReadonlyMap<string, ConnectionNote>,
  live: LiveReading,
): StoredCoverage {
  const { state = source.state, problem = source.problem } = notes.get(source.id) ?? {};
  const isLeft = live.hasLooked() && live.paceOf(source.id) === null && !isNeverRead(source);
  if (isLeft && !notes.has(source.id)) return { ...source, state: "gone", problem: LEFT_OUT };
  return { ...source, state, problem };
}

const LEFT_OUT: SourceProblem = {
  code: "not-found",
  message: "This is no longer among what is read; what was read is kept.",
  remedy: "Nothing; or name its cluster, account and Region again.",
  permission: null,
};

function rowOf(note: ConnectionNote, nowMs: number): SourceCoverage {
  const nothing = {
    records: 0,
    rejects: 0,
    newestMs: null,
    lastReadMs: null,
    way: null,
    settledToMs: null,
    late: 0,
    pace: null,
    kept: null,
  };
  return { ...note, asked: { from: nowMs, to: nowMs }, read: [], progress: 0, ...nothing };
}
