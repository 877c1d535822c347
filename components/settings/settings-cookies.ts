import type { Zone } from "@/lib/domain/time/zone";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** What this browser wants: kept in cookies, so that the server's first answer looks like the last one. */
export interface Settings {
  readonly zone: Zone;
  readonly theme: Theme;
}

export const ZONE_COOKIE = "gatebook-zone";
export const THEME_COOKIE = "gatebook-theme";

/** Browsers take such a cookie from this very host alone, and over https. */
const HOST_ONLY = "__Host-";
const YEAR_S = 365 * 24 * 3600;

/** A cookie for `document.cookie`, for a year and for this site alone; `https:` also by no other host and no other way. */
export function printCookie(name: string, value: string, protocol: string): string {
  const cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${YEAR_S}; samesite=strict`;
  return protocol === "https:" ? `${HOST_ONLY}${cookie}; secure` : cookie;
}

/** What was kept by that name, by whichever way this browser comes. */
export function keptCookie(read: (name: string) => string | undefined, name: string): string | undefined {
  return read(`${HOST_ONLY}${name}`) ?? read(name);
}
