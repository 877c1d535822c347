import { formatCount } from "@/components/ui/format-count";
import { toVisibleString } from "@/components/ui/visible-text";

/** A value with how often it occurs, for where no markup can stand. */
export function visibleLabel(value: string, count: number): string {
  return `${toVisibleString(value)} (${formatCount(count)})`;
}
