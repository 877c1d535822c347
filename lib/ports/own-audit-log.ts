import type { Viewer } from "./viewer";

/** What is noted of those who use Gatebook (facts: security §3.5). */
export type AuditedDeed =
  | "started"
  | "sign-in"
  | "sign-out"
  | "sign-in-refused"
  | "session-ended"
  | "access-refused"
  | "view"
  | "export"
  | "views-changed"
  | "share-created"
  | "share-opened"
  | "share-renewed"
  | "share-revoked"
  | "share-deleted"
  | "incident-changed";

export interface OwnAuditNote {
  readonly deed: AuditedDeed;
  readonly viewer: Pick<Viewer, "kind" | "id" | "name" | "role">;
  /** The address the request came from, as far as it can be believed. */
  readonly peer: string | null;
  /** What it was done to: an id, a canonical query; never a whole record. */
  readonly target: string;
  readonly outcome: "done" | "refused" | "failed";
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** What was to be noted could not be: its message says why, to whoever asked. */
export class NotNoted extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "NotNoted";
  }
}

export interface OwnAuditLog {
  /** Resolves when it is on the disk; rejects with NotNoted where it cannot be written. */
  note(note: OwnAuditNote): Promise<void>;
}
