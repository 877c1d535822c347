import { cookies } from "next/headers";
import { readSettings } from "@/components/settings/read-settings";
import { keptCookie, type Settings, THEME_COOKIE, ZONE_COOKIE } from "@/components/settings/settings-cookies";

/** What the browser that asks wants. */
export async function loadSettings(): Promise<Settings> {
  const kept = await cookies();
  const read = (name: string) => kept.get(name)?.value;
  return readSettings(keptCookie(read, ZONE_COOKIE), keptCookie(read, THEME_COOKIE));
}
