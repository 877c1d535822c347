import type { Clock } from "@/lib/ports/clock";
import type { EventSource } from "@/lib/ports/event-source";
import { planFromOptions } from "@/lib/server/aws-plan";
import { findAwsSources } from "@/lib/server/find-aws-sources";

/** The product's own sources, over the product's own clients. */
export async function connectSources(clusters: readonly string[], clock: Clock): Promise<EventSource[]> {
  const plan = planFromOptions({ clusters, region: null, profile: null });
  return (await findAwsSources(plan, clock)).sources;
}
