export type Row = Readonly<Record<string, unknown>>;

/** One comparison a row asks for. */
export interface RowCheck {
  readonly input: unknown;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** The rows of a table that is a list, or that holds one under `key`. */
export function rowsOf(content: unknown, key: string): Row[] {
  const list = Array.isArray(content) ? content : (content as Row | null)?.[key];
  return Array.isArray(list) ? (list as Row[]) : [];
}

export function text(row: Row, key: string): string {
  return String(row[key] ?? "");
}
