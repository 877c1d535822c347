import type { Chain } from "@/lib/domain/correlate/chain/chain";
import {
  type AttemptOrigin,
  classToFold,
  originOfAttempt,
} from "@/lib/domain/correlate/chain/attempt-origin";
import { DAY_MS } from "@/lib/domain/time/durations";
import { classOfCode, codeOfClass } from "../attempts/attempt-codes";
import type { Dimensions } from "../attempts/dimensions";
import { numberOrNull, type Row, textOrNull } from "../sql-values";
import { replaceUsage } from "../attempts/usage-tables";
import type { Writer } from "../writer";
import { type Owned, ownedBy } from "./owned-by";
import { isSession } from "./owner";

/** What is known of a session now. */
export interface Found {
  readonly owner: bigint;
  /** No attempt of it is earlier. */
  readonly usedMs: number;
  /** null = STS vouched for nobody. */
  readonly chain: Pick<Chain, "origin" | "end"> | null;
}

/** Gives the attempts of these sessions their origin, and counts their days anew where that changes anything. */
export async function relabelAttempts(
  writer: Writer,
  dimensions: Dimensions,
  found: readonly Found[],
): Promise<void> {
  const days = new Set<number>();
  for (const isOf of [isSession, (owner: bigint) => !isSession(owner)]) {
    const some = found.filter(({ owner }) => isOf(owner));
    if (some.length === 0) continue;
    for (const day of await relabel(writer, dimensions, some)) days.add(day);
  }
  for (const day of days) await replaceUsage(writer, { from: day * DAY_MS, to: (day + 1) * DAY_MS });
}

/** Gives the days on which something changed. */
async function relabel(
  writer: Writer,
  dimensions: Dimensions,
  found: readonly Found[],
): Promise<readonly number[]> {
  const chains = new Map(found.map(({ owner, chain }) => [owner, chain]));
  const owned = ownedBy(found);
  const members = await readMembers(writer, owned);
  const origins = members.map((row) =>
    originOfAttempt(linesOf(row), chains.get(row.owner as bigint) ?? null),
  );
  const originIds = await dimensions.originIdsOf(writer, origins);
  const changed = members
    .map((row, i) => ({ row, originId: originIds[i] as number, origin: origins[i] as AttemptOrigin }))
    .filter(({ row, originId }) => row.origin_id !== originId);
  if (changed.length === 0) return [];
  const actors = await dimensions.actorIdsOf(
    writer,
    changed.map(({ row, originId }) => ({
      class: Number(row.class),
      caller: numberOrNull(row.caller_id),
      session_name: numberOrNull(row.session_name_id),
      kube_identity: numberOrNull(row.kube_identity_id),
      origin: originId,
    })),
  );
  await writer.run(
    `UPDATE attempt SET actor_id = m.after, class = m.class FROM (SELECT unnest($owners::UHUGEINT[]) AS owner,
        unnest($before)::INTEGER AS before, unnest($after)::INTEGER AS after, unnest($classes)::UTINYINT AS class) m
      WHERE ${owned.where} AND ${owned.owner} = m.owner AND actor_id = m.before`,
    {
      owners: changed.map(({ row }) => row.owner as bigint),
      before: changed.map(({ row }) => Number(row.actor_id)),
      after: actors,
      classes: changed.map(({ row, origin }) =>
        codeOfClass(classToFold(classOfCode(Number(row.class)), origin)),
      ),
    },
  );
  return changed.flatMap(({ row }) => (row.days as number[]).map(Number));
}

/** The actors of each session's attempts, with the days on which it was one of them. */
function readMembers(writer: Writer, { owner, where }: Owned): Promise<Row[]> {
  return writer.rows(
    `SELECT m.owner, m.actor_id, m.days, t.class, t.caller_id, t.session_name_id, t.kube_identity_id, t.origin_id,
        k.username, s.arn
      FROM (SELECT ${owner} AS owner, actor_id, any_value(session_id) AS session_id,
          list(DISTINCT (time_ms // ${DAY_MS})::INTEGER) AS days
        FROM attempt WHERE ${where} GROUP BY 1, 2) m
      JOIN actor t ON t.id = m.actor_id LEFT JOIN kube_identity k ON k.id = t.kube_identity_id
      LEFT JOIN session s ON s.id = m.session_id`,
  );
}

function linesOf(row: Row) {
  const username = textOrNull(row.username);
  return {
    class: classOfCode(Number(row.class)),
    kubernetes: username === null ? null : { username },
    caller: row.arn === undefined ? null : { arn: textOrNull(row.arn) },
  };
}
