import type { ClusterAddress, SeenPart } from "@/lib/ports/configuration-store";
import { maskTokens } from "@/lib/domain/redact/mask-tokens";
import type { Writer } from "../writer";
import { appendMarks } from "./mark-rows";

/** What a cluster's parts are just now: one that is as it was when it was last seen was so until now. */
export async function noteSeen(
  writer: Writer,
  cluster: ClusterAddress,
  parts: readonly SeenPart[],
  nowMs: number,
): Promise<void> {
  for (const { part, value } of parts) {
    const stored = value === null ? null : maskTokens(value);
    const [last] = await writer.rows(
      `SELECT id, value FROM config_mark WHERE cluster = $name AND account_id IS NOT DISTINCT FROM $accountId
        AND region = $region AND part = $part AND key = '' AND tells = 'seen' ORDER BY until_ms DESC LIMIT 1`,
      { ...cluster, part },
    );
    if (last !== undefined && last.value === stored) {
      await writer.run("UPDATE config_mark SET until_ms = $nowMs WHERE id = $id", {
        nowMs,
        id: last.id as bigint,
      });
    } else {
      const mark = { part, key: "", tells: "seen", timeMs: nowMs, untilMs: nowMs, value: stored } as const;
      await appendMarks(writer, [{ cluster, mark: { ...mark, by: null, evidence: null } }]);
    }
  }
}
