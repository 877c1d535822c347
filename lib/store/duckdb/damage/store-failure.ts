import { StoreError } from "@/lib/ports/store-error";

/** DuckDB's and Node's words for what is no fault of the program. The first that fits counts. */
const KNOWN: readonly {
  readonly words: RegExp;
  readonly toError: (path: string, said: string) => StoreError;
}[] = [
  {
    words: /Could not set lock/,
    toError: (path) =>
      new StoreError(
        "locked",
        `another Gatebook uses ${path}: stop it, or choose another folder with --data`,
      ),
  },
  {
    words: /No space left|ENOSPC|EDQUOT|Disk quota exceeded/,
    toError: (path) =>
      new StoreError(
        "disk-full",
        `the disk of ${path} is full: make room; what is stored stays, and reading goes on`,
      ),
  },
  {
    words: /EACCES|EPERM|EROFS|Permission denied|Read-only file system/,
    toError: (path) =>
      new StoreError("unreachable", `${path} cannot be written: choose another folder with --data`),
  },
  {
    words: /\bEIO\b|Input\/output error/,
    toError: (path, said) => new StoreError("unreachable", `the disk of ${path} fails (${said}): check it`),
  },
  {
    words: /read a database file with version number/,
    toError: (path) =>
      new StoreError("newer", `${path} was written by a newer Gatebook: update it, or choose another folder`),
  },
  {
    words:
      /not a valid DuckDB database|Corrupt|Could not read enough bytes|replaying WAL|Serialization Error/,
    toError: (path, said) =>
      new StoreError("damaged", `${path} is damaged (${said}): move it away; events are read anew from AWS`),
  },
];

/** The failure in our words; null = it is none of disk or file. */
export function toKnownError(path: string, error: unknown): StoreError | null {
  if (error instanceof StoreError) return error;
  const text = error instanceof Error ? error.message : String(error);
  const known = KNOWN.find(({ words }) => words.test(text));
  if (known === undefined) return null;
  const failure = known.toError(path, text.split("\n")[0] ?? "");
  failure.cause = error;
  return failure;
}

/** The same of a store that cannot be opened, for whatever reason. */
export function toStoreError(path: string, error: unknown): StoreError {
  const said = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  return (
    toKnownError(path, error) ?? new StoreError("unreachable", `${path} cannot be opened (${said})`, error)
  );
}
