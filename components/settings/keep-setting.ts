import type { Zone } from "@/lib/domain/time/zone";
import { printCookie, type Theme, THEME_COOKIE, ZONE_COOKIE } from "./settings-cookies";

/** Keeps the zone in this browser, for the server's next answers. */
export function keepZone(zone: Zone): void {
  keep(ZONE_COOKIE, zone);
}

/** Keeps the theme likewise. */
export function keepTheme(theme: Theme): void {
  keep(THEME_COOKIE, theme);
}

function keep(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser, and answers later.
  document.cookie = printCookie(name, value, window.location.protocol);
}
