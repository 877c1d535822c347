/** What a row of the list can tell, in the order in which it is offered. */
export const COLUMN_IDS = [
  "time",
  "decision",
  "who",
  "origin",
  "outcome",
  "through",
  "cluster",
  "reason",
  "confidence",
  "username",
  "groups",
  "uid",
  "arn",
  "account",
  "session",
  "key",
  "id",
  "sts",
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

export interface ListColumn {
  readonly id: ColumnId;
  /** Its part of the list's width, beside those of the others. */
  readonly width: number;
}

/** As wide as they are on a screen of 1,440 pixels, in quarters of a letter's height. */
const WIDTHS: Readonly<Partial<Record<ColumnId, number>>> = {
  time: 28,
  decision: 21,
  origin: 52,
  outcome: 68,
  cluster: 22,
  account: 26,
  confidence: 22,
  arn: 80,
};
const USUAL_WIDTH = 44;
const DEFAULT_IDS = COLUMN_IDS.slice(0, COLUMN_IDS.indexOf("reason"));

export const NARROWEST = 6;
export const WIDEST = 400;

export const DEFAULT_COLUMNS: readonly ListColumn[] = DEFAULT_IDS.map(columnOf);

export function columnOf(id: ColumnId): ListColumn {
  return { id, width: WIDTHS[id] ?? USUAL_WIDTH };
}

export function clampWidth(width: number): number {
  return Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)));
}

/** What `columns=time,who.60` may hold at most: each once, with its width. */
export const LONGEST_COLUMNS = 320;

/** The columns that a text names, `time,who.60`, those that are unknown left out; null = it names none. */
export function parseColumns(text: string): readonly ListColumn[] | null {
  const found = new Map<ColumnId, ListColumn>();
  for (const part of text.slice(0, LONGEST_COLUMNS).split(",")) {
    const column = parseColumn(part);
    if (column !== null && !found.has(column.id)) found.set(column.id, column);
  }
  return found.size === 0 ? null : [...found.values()];
}

/** Whether all of a text is read, and not only a part of it. */
export function areColumns(text: string): boolean {
  return text.length <= LONGEST_COLUMNS && text.split(",").every((part) => parseColumn(part) !== null);
}

/** null where they are those that a list has by itself. */
export function printColumns(columns: readonly ListColumn[]): string | null {
  const text = columns.map(printColumn).join(",");
  return text === DEFAULT_COLUMNS.map(printColumn).join(",") ? null : text;
}

function printColumn({ id, width }: ListColumn): string {
  return width === columnOf(id).width ? id : `${id}.${width}`;
}

function parseColumn(part: string): ListColumn | null {
  const [, name, width] = /^([a-z]{2,12})(?:\.(\d{1,3}))?$/.exec(part) ?? [];
  const id = COLUMN_IDS.find((one) => one === name);
  if (id === undefined) return null;
  return width === undefined ? columnOf(id) : { id, width: clampWidth(Number(width)) };
}
