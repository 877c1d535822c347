import { readZone, UTC } from "@/lib/domain/time/zone";
import { type Settings, THEMES } from "./settings-cookies";

const MAX_ZONE_LENGTH = 64;

/** Reads the cookies' values gently: what is not known is as if it were not set. */
export function readSettings(zone: string | undefined, theme: string | undefined): Settings {
  return {
    zone: zone === undefined || zone.length > MAX_ZONE_LENGTH ? UTC : readZone(zone),
    theme: THEMES.find((one) => one === theme) ?? "system",
  };
}
