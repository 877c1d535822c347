import { printInstantText } from "./instant-text";

/** The canonical query of a view with the place in its list: `?…&at=…`. null = the start. */
export function placedQuery(query: string, atMs: number | null): string {
  return atMs === null ? query : withPart(query, `at=${printInstantText(atMs)}`);
}

/** A query with what is open beside its list: `?…&open=…`. null = nothing. */
export function openedQuery(query: string, id: string | null): string {
  return id === null ? query : withPart(query, `open=${encodeURIComponent(id)}`);
}

/** A query with another place; all else in it stays as it stands, even what cannot be read. */
export function replacePlace(search: string, atMs: number | null): string {
  return placedQuery(without(search, "at="), atMs);
}

/** The same with another attempt open. */
export function replaceOpened(search: string, id: string | null): string {
  return openedQuery(without(search, "open="), id);
}

function withPart(query: string, part: string): string {
  return `${query === "" ? "?" : `${query}&`}${part}`;
}

function without(search: string, start: string): string {
  const parts = search.replace(/^\?/, "").split("&");
  const others = parts.filter((part) => part !== "" && !part.startsWith(start));
  return others.length === 0 ? "" : `?${others.join("&")}`;
}
