import { formatCount } from "@/components/ui/format-count";
import type { ClusterGlance, Outcomes } from "@/lib/domain/summarize/overview/overview";

/** `A day before: 1,204 attempts, 12 denied (now +8 %, denied +25 %).` */
export function trendWords(
  { now, dayBefore }: Pick<ClusterGlance, "now" | "dayBefore">,
  isKnown: boolean,
): string {
  if (dayBefore === null)
    return isKnown
      ? "The day before was not read whole, so it is not compared."
      : "Not compared with the day before: not all of it is known.";
  const all = ({ granted, denied }: Outcomes) => granted + denied;
  const changes = [share(all(now), all(dayBefore)), share(now.denied, dayBefore.denied)];
  const [attempts, denied] = changes;
  const words = [attempts && `now ${attempts}`, denied && `denied ${denied}`].filter((word) => word !== "");
  const told = `${formatCount(all(dayBefore))} attempts, ${formatCount(dayBefore.denied)} denied`;
  return `The same time a day before: ${told}${words.length === 0 ? "" : ` (${words.join(", ")})`}.`;
}

/** `+8 %`; "" = there is nothing to compare with. */
function share(now: number, before: number): string {
  if (before === 0) return "";
  const percent = Math.round((now / before - 1) * 100);
  return percent === 0 ? "as many" : `${percent > 0 ? "+" : "−"}${formatCount(Math.abs(percent))} %`;
}
