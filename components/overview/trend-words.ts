import { formatCount } from "@/components/ui/format-count";
import type { ClusterGlance, Outcomes } from "@/lib/domain/summarize/overview/overview";

/** `The same time a day before: 1,204 attempts, 12 denied (now +8 %, denied +25 %).` */
export function trendWords({ now, before }: Pick<ClusterGlance, "now" | "before">, days: number): string {
  const then = days === 1 ? "a day before" : `${days} days before`;
  if (before === null) return `Not compared with ${then}: not all of that time is known.`;
  const all = ({ granted, denied }: Outcomes) => granted + denied;
  const attempts = change(all(now), all(before));
  const denied = change(now.denied, before.denied);
  const words = [attempts && `now ${attempts}`, denied && `denied ${denied}`].filter((word) => word !== "");
  const told = `${formatCount(all(before))} attempts, ${formatCount(before.denied)} denied`;
  return `The same time ${then}: ${told}${words.length === 0 ? "" : ` (${words.join(", ")})`}.`;
}

/** `+8 %`; "" = there is nothing to compare with. */
function change(now: number, before: number): string {
  if (before === 0) return "";
  const percent = Math.round((now / before - 1) * 100);
  return percent === 0 ? "as many" : `${percent > 0 ? "+" : "−"}${formatCount(Math.abs(percent))} %`;
}
