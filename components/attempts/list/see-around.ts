import { principalAroundHref } from "@/components/attempt/attempt-links";
import type { Attempt } from "@/lib/domain/correlate/attempt";

/** Lists what the attempt's principal did around it; nothing where there is no attempt, or STS vouched for nobody. */
export function seeAround(attempt: Attempt | undefined): void {
  const href = attempt === undefined ? null : principalAroundHref(attempt);
  // The list follows its address without asking the server for the page.
  if (href !== null) window.history.pushState(null, "", href);
}
