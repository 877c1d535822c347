/** What to say when the file system did not do it; anything else is thrown on. */
export function failedWrite(error: unknown): { readonly kind: "failed"; readonly message: string } {
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code !== "string" || !/^E[A-Z]+$/.test(code)) throw error;
  if (code === "ENOSPC" || code === "EDQUOT")
    return { kind: "failed", message: "The disk of the data folder is full: make room, then try again." };
  return { kind: "failed", message: `The data folder cannot be read or written (${code}).` };
}
