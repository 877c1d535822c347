import type { ConnectionNote } from "@/lib/domain/summarize/coverage/coverage-report";
import type { Clock } from "@/lib/ports/clock";
import type { EventSource } from "@/lib/ports/event-source";
import { settleRegions } from "./aws-default-region";
import type { AwsPlan } from "./aws-plan";
import { connectAws } from "./connect-aws";

/** One look at what a plan names: the sources there are, and what cannot be reached. Throws SourceError: no Region. */
export async function findAwsSources(
  plan: AwsPlan,
  clock: Clock,
): Promise<{ sources: EventSource[]; notes: readonly ConnectionNote[] }> {
  const sources = new Map<string, EventSource>();
  const failures: unknown[] = [];
  const connection = connectAws(await settleRegions(plan), {
    clock,
    onSource: (source) => void sources.set(source.descriptor.id, source),
    onFailure: (error) => void failures.push(error),
  });
  await connection.firstLook;
  connection.stop();
  if (failures.length > 0) throw failures[0];
  return { sources: [...sources.values()], notes: connection.notes.all() };
}
