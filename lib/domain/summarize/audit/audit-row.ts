/** One line of the file in which Gatebook notes who saw, exported, shared and changed what. */
export interface AuditRow {
  /** From 1, without a gap. */
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly deed: string;
  readonly viewer: {
    readonly kind: string;
    readonly id: string;
    readonly name: string;
    readonly role: string | null;
  };
  /** The address it came from; null = this machine, or unknown. */
  readonly peer: string | null;
  readonly target: string;
  readonly outcome: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  /** The hash of the line before, 64 hex digits; zeros before the first. */
  readonly prev: string;
  readonly hash: string;
}
