import type { TracedSession } from "@/lib/ports/reading-store";
import type { Dimensions } from "../attempts/dimensions";
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
  await unmark(writer, sessions);
}

/** What was marked once more meanwhile was traced from what is not so any more. */
async function unmark(writer: Writer, sessions: readonly TracedSession[]): Promise<void> {
  const owners = sessions.map(({ owner }) => owner);
  await writer.run(
    `DELETE FROM stale_origin WHERE ${isAmong("owner", owners)} AND owner IN (SELECT s.owner
      FROM (SELECT owner, count(*) AS n FROM stale_origin WHERE ${isAmong("owner", owners)} GROUP BY owner) s
      JOIN (SELECT unnest($owners::UHUGEINT[]) AS owner, unnest($marks) AS n) m ON m.owner = s.owner AND m.n = s.n)`,
    { owners, marks: sessions.map(({ marks }) => marks) },
  );
}
