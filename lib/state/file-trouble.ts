import { NotNoted } from "@/lib/ports/own-audit-log";

/**
 * Why what people made could not be read or changed, in a sentence. `what` begins it: `The saved views`. Nothing was
 * changed then.
 */
export function fileTrouble(what: string, doing: "read" | "changed", error: unknown): string {
  if (error instanceof NotNoted) return error.message;
  const { code = "unknown" } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "EDQUOT")
    return "The disk of the data folder is full: nothing was changed. Make room, then try again.";
  if (["EROFS", "EACCES", "EPERM"].includes(code) && doing === "changed")
    return `The data folder cannot be written (${code}): nothing was changed.`;
  return `${what} cannot be ${doing} (${code}).`;
}
