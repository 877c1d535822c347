import type { Clock } from "@/lib/ports/clock";
import type { EventSource } from "@/lib/ports/event-source";
import { connectAws } from "@/lib/server/connect-aws";

/** The product's own sources, over the product's own clients. */
export async function connectSources(clusters: readonly string[], clock: Clock): Promise<EventSource[]> {
  const { sources } = await connectAws({ clusters: [...clusters], region: null, profile: null }, clock);
  return [...sources];
}
