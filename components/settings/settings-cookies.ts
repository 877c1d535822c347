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

const YEAR_S = 365 * 24 * 3600;

/** A cookie for `document.cookie`, for a year and for this site alone; of a page that came by https, for https alone. */
export function printCookie(name: string, value: string, scheme: string): string {
  const only = scheme === "https:" ? "; secure" : "";
  return `${name}=${encodeURIComponent(value)}; path=/; max-age=${YEAR_S}; samesite=strict${only}`;
}
