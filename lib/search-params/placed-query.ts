import { printInstantText } from "./instant-text";

/** The canonical query of a view with the place in its list: `?…&at=…`. null = the start. */
export function placedQuery(query: string, atMs: number | null): string {
  if (atMs === null) return query;
  return `${query === "" ? "?" : `${query}&`}at=${printInstantText(atMs)}`;
}

/** A query with another place; all else in it stays as it stands, even what cannot be read. */
export function replacePlace(search: string, atMs: number | null): string {
  const others = search
    .replace(/^\?/, "")
    .split("&")
    .filter((part) => part !== "" && !part.startsWith("at="));
  return placedQuery(others.length === 0 ? "" : `?${others.join("&")}`, atMs);
}
