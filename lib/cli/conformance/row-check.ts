export type Row = Readonly<Record<string, unknown>>;

/** What one row asks for: it passes when every pair is equal. */
export interface RowCheck {
  readonly input: unknown;
  readonly pairs: readonly ComparedPair[];
}

export interface ComparedPair {
  readonly expected: unknown;
  readonly actual: unknown;
}

/** The rows of a table that is a list, or that holds one under `key`. */
export function rowsOf(content: unknown, key: string): Row[] {
  const list = Array.isArray(content) ? content : (content as Row | null)?.[key];
  return Array.isArray(list) ? list.filter((row): row is Row => typeof row === "object" && row !== null) : [];
}

export function text(row: Row, key: string): string {
  return String(row[key] ?? "");
}
