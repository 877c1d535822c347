import type { TracedSession } from "@/lib/ports/event-store";
import type { Dimensions } from "../dimensions";
import type { Writer } from "../writer";
import { writeWants } from "./origin-wants";
import { relabelAttempts } from "./relabel-attempts";
import { isAmong, writeSessionOrigins } from "./session-origins";

/** Keeps the origins of these sessions and gives them to their attempts. Runs within one transaction. */
export async function writeOrigins(
  writer: Writer,
  dimensions: Dimensions,
  sessions: readonly TracedSession[],
): Promise<void> {
  const owners = sessions.map(({ owner }) => owner);
  if (owners.length === 0) return;
  const traced = sessions.flatMap(({ owner, usedMs, traced }) =>
    traced === null ? [] : [{ owner, usedMs, ...traced }],
  );
  const ids = await dimensions.originIdsOf(
    writer,
    traced.map(({ chain: { origin, end } }) => ({ ...origin, end })),
  );
  await writeSessionOrigins(
    writer,
    traced.map(({ owner, usedMs }, i) => ({ owner, usedMs, originId: ids[i] as number })),
  );
  await writeWants(writer, traced);
  await relabelAttempts(
    writer,
    dimensions,
    sessions.map(({ owner, usedMs, traced }) => ({ owner, usedMs, chain: traced?.chain ?? null })),
  );
  await writer.run(`DELETE FROM stale_origin WHERE ${isAmong("owner", owners)}`, { owners });
}
