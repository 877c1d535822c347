import type { Viewer } from "./viewer";
export type AuditedDeed =
  | "sign-in"
  | "sign-out"
  | "sign-in-refused"
  | "access-refused"
  | "view"
  | "export"
  | "views-changed"
  | "share-created"
  | "share-opened"
  | "share-renewed"
  | "share-revoked"
  | "share-deleted"
  | "incident-changed"
  | "session-ended"
  | "started";
export interface OwnAuditNote {
  deed: AuditedDeed;
  viewer: Pick<Viewer, "kind" | "id" | "name" | "role">;
  peer: string | null;
  target: string;
  outcome: "done" | "refused" | "failed";
  facts?: Readonly<Record<string, string | number | boolean>>;
}
export interface OwnAuditLog {
  note(note: OwnAuditNote): Promise<void>;
}
