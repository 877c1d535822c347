/** A place in a text, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong with a config file. */
export interface Mistake extends Position {
  /** What was wrong. */
  readonly message: string;
  /** What to do. */
  readonly remedy: string;
}

/** `gatebook.yaml:3:5: … Do that.`, as editors and terminals make links of it. */
export function mistakeInOneLine(file: string, { line, column, message, remedy }: Mistake): string {
  return `${file}:${line}:${column}: ${message} ${remedy}`;
}

export function byPosition(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}
