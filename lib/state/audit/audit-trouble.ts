import { NotNoted } from "@/lib/ports/own-audit-log";

/** Why a note could not be written, in a sentence for whoever asked. */
export function auditTrouble(error: unknown): NotNoted {
  const { code = "unknown" } = Object(error) as NodeJS.ErrnoException;
  const full = code === "ENOSPC" || code === "EDQUOT";
  const why = full ? "the disk of the data folder is full: make room, then try again" : code;
  return new NotNoted(`The audit log cannot be written (${why}), so this was not done.`, { cause: error });
}
