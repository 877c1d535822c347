/** What is to be said of a file that this version cannot read. `name`: within the data folder, with its folder. */
export function problemOfFile(name: string, kind: "newer" | "damaged"): string {
  const where = `${name} in the data folder`;
  return kind === "newer"
    ? `${where} was written by a newer Gatebook: use that one. The file is left as it is.`
    : `${where} is damaged: mend it, put a copy in its place, or take it away. It is left as it is.`;
}
