import { areColumns, parseColumns, printColumns } from "@/lib/search-params/attempts/list-columns";

const KEY = "gatebook-columns";

/** The columns that this browser keeps; null = none, or it keeps nothing. */
export function readKeptColumns(): string | null {
  try {
    const text = window.localStorage.getItem(KEY) ?? "";
    const columns = areColumns(text) ? parseColumns(text) : null;
    return columns === null ? null : printColumns(columns);
  } catch {
    return null;
  }
}

/** null forgets them. */
export function keepColumns(text: string | null): void {
  try {
    if (text === null) window.localStorage.removeItem(KEY);
    else window.localStorage.setItem(KEY, text);
  } catch {
    // A browser that keeps nothing still shows what was chosen.
  }
}
