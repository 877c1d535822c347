/** What is wrong with one place of a directory file, and what to do. */
export interface DirectoryFinding {
  /** `line 7`, or `entry 7` of a JSON file. */
  readonly where: string;
  readonly message: string;
  readonly remedy: string;
}

/** What one line or entry says, by the names of its columns; null = it could not be taken apart. */
export interface RawEntry {
  readonly where: string;
  readonly values: ReadonlyMap<string, string> | null;
  readonly finding: DirectoryFinding | null;
}

/** An entry that could not be taken apart. */
export function wrongEntry(where: string, message: string, remedy: string): RawEntry {
  return { where, values: null, finding: { where, message, remedy } };
}
