import type { ConnectionNote } from "@/lib/domain/summarize/coverage/coverage-report";

/** What is known just now of accounts, Regions and clusters that cannot be reached, or are gone. */
export interface ConnectionNotes {
  set(note: ConnectionNote): void;
  clear(id: string): void;
  all(): readonly ConnectionNote[];
}

export function createConnectionNotes(): ConnectionNotes {
  const notes = new Map<string, ConnectionNote>();
  return {
    set: (note) => void notes.set(note.id, note),
    clear: (id) => void notes.delete(id),
    all: () => [...notes.values()],
  };
}
