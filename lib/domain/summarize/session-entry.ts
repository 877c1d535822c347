/** A browser that is signed in, as admins see it. */
export interface SessionEntry {
  /** Names it; opens nothing. */
  readonly id: string;
  readonly name: string;
  /** `issuer|subject`. */
  readonly person: string;
  /** Those of the person's groups that have a role. */
  readonly groups: readonly string[];
  /** Where it signed in from; null = unknown. */
  readonly peer: string | null;
  readonly startedMs: number;
  /** When it last asked for something, to about half a second. */
  readonly seenMs: number;
  /** Whether it is the asker's own. */
  readonly own: boolean;
}

/** All that are signed in, the newest first. */
export interface SessionList {
  readonly sessions: readonly SessionEntry[];
}
