import { cookies } from "next/headers";
import { readSettings } from "@/components/settings/read-settings";
import { type Settings, THEME_COOKIE, ZONE_COOKIE } from "@/components/settings/settings-cookies";

/** What the browser that asks wants. */
export async function loadSettings(): Promise<Settings> {
  const kept = await cookies();
  return readSettings(kept.get(ZONE_COOKIE)?.value, kept.get(THEME_COOKIE)?.value);
}
