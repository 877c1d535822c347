import { useMemo } from "react";
import { type ZonedFormat, zonedFormat } from "@/lib/domain/time/zoned-format";
import { useSettings } from "./settings-provider";

/** How times are printed on this page. */
export function useZonedFormat(): ZonedFormat {
  const { zone } = useSettings();
  return useMemo(() => zonedFormat(zone), [zone]);
}
