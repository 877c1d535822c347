/** Rows from the first to the last, both counted in; none where the last comes before the first. */
export interface RowWindow {
  readonly first: number;
  readonly last: number;
}

interface View {
  /** How far its top lies below the top of the rows. px */
  readonly offset: number;
  readonly viewHeight: number;
  readonly rowHeight: number;
  readonly total: number;
}

/** Drawn beyond what is in sight, so that scrolling does not show what is not there yet. */
const OVERSCAN = 15;

/** The rows to draw. */
export function rowsToDraw({ offset, viewHeight, rowHeight, total }: View): RowWindow {
  const first = Math.floor(offset / rowHeight) - OVERSCAN;
  const last = Math.ceil((offset + viewHeight) / rowHeight) + OVERSCAN;
  return { first: Math.max(0, Math.min(first, total - 1)), last: Math.min(last, total - 1) };
}

/** The first row that is whole in sight below what covers the top of the view. */
export function topRowOf(
  offset: number,
  { inset, rowHeight, total }: { inset: number; rowHeight: number; total: number },
): number {
  // Half a pixel is a matter of rounding.
  const row = Math.ceil((offset + inset - 0.5) / rowHeight);
  return Math.max(0, Math.min(row, total - 1));
}

/** The pages that hold the rows and those `ahead` of them on both sides. */
export function pagesOf(
  { first, last }: RowWindow,
  { pageSize, total, ahead }: { pageSize: number; total: number; ahead: number },
): number[] {
  if (last < first || total <= 0) return [];
  const from = Math.floor(Math.max(0, first - ahead) / pageSize);
  const to = Math.floor(Math.min(total - 1, last + ahead) / pageSize);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

/** The window's rows in order; with `kept` among them, wherever that is. null = none is kept. */
export function rowsWith({ first, last }: RowWindow, kept: number | null): number[] {
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  if (kept === null || (kept >= first && kept <= last)) return rows;
  return kept < first ? [kept, ...rows] : [...rows, kept];
}
