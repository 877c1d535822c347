import { printInstantText } from "../parameters/instant-text";

/** The canonical query of a view with the place in its list: `?…&at=…`. null = the start. */
export function placedQuery(query: string, atMs: number | null): string {
  return atMs === null ? query : withPart(query, `at=${printInstantText(atMs)}`);
}

/** A query with what is open beside its list: `?…&open=…`. null = nothing. */
export function openedQuery(query: string, id: string | null): string {
  return id === null ? query : withPart(query, `open=${encodeURIComponent(id)}`);
}

/** A query with the columns of its list: `?…&columns=…`. null = those that it has by itself. */
export function columnsQuery(query: string, columns: string | null): string {
  return columns === null ? query : withPart(query, `columns=${columns}`);
}

/** A query with another place; all else in it stays as it stands, even what cannot be read. */
export function replacePlace(search: string, atMs: number | null): string {
  return placedQuery(without(search, "at="), atMs);
}

/** The same with another attempt open. */
export function replaceOpened(search: string, id: string | null): string {
  return openedQuery(without(search, "open="), id);
}

/** The same with other columns. */
export function replaceColumns(search: string, columns: string | null): string {
  return columnsQuery(without(search, "columns="), columns);
}

function withPart(query: string, part: string): string {
  return `${query === "" ? "?" : `${query}&`}${part}`;
}

function without(search: string, start: string): string {
  const parts = search.replace(/^\?/, "").split("&");
  const others = parts.filter((part) => part !== "" && !part.startsWith(start));
  return others.length === 0 ? "" : `?${others.join("&")}`;
}
