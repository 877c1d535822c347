import {
  type ColumnId,
  clampWidth,
  columnOf,
  type ListColumn,
  NARROWEST,
} from "@/lib/search-params/attempts/list-columns";

type Columns = readonly ListColumn[];

/** Shows a column at the end, or no more; the last one stays. */
export function toggleColumn(columns: Columns, id: ColumnId): Columns {
  const others = columns.filter((column) => column.id !== id);
  if (others.length === columns.length) return [...columns, columnOf(id)];
  return others.length === 0 ? columns : others;
}

/** Moves a column by so many places, as far as there are some. */
export function moveColumn(columns: Columns, id: ColumnId, by: number): Columns {
  const from = columns.findIndex((column) => column.id === id);
  const to = from + by;
  const column = columns[from];
  if (column === undefined || to < 0 || to >= columns.length) return columns;
  return columns.toSpliced(from, 1).toSpliced(to, 0, column);
}

/** Gives a column more of the width, or less. */
export function widenColumn(columns: Columns, id: ColumnId, by: number): Columns {
  return columns.map((column) =>
    column.id === id ? { ...column, width: clampWidth(column.width + by) } : column,
  );
}

/** Moves the border behind a column: what it gets its neighbour gives. */
export function moveBorder(columns: Columns, index: number, by: number): Columns {
  const [one, next] = [columns[index], columns[index + 1]];
  if (one === undefined || next === undefined) return columns;
  const moved = Math.min(next.width - NARROWEST, Math.max(NARROWEST - one.width, Math.round(by)));
  return columns
    .with(index, { ...one, width: clampWidth(one.width + moved) })
    .with(index + 1, { ...next, width: clampWidth(next.width - moved) });
}
