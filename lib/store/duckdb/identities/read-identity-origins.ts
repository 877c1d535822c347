import { CONFIDENCES, type Confidence } from "@/lib/domain/correlate/attempt";
import type { AttemptOrigin } from "@/lib/domain/correlate/chain/attempt-origin";
import type { IdentityOrigin } from "@/lib/domain/summarize/identity-report";
import { toOrigin } from "../origins/origin-values";
import type { Reader } from "../sql-values";
import type { IdentitySql } from "./identity-sql";

interface CountedOrigin {
  readonly origin: AttemptOrigin;
  readonly sessions: number;
}

/** Who is behind an identity's sessions, those of most sessions first; sessions that are not traced yet are left out. */
export async function readIdentityOrigins(
  reader: Reader,
  { condition, params }: IdentitySql,
): Promise<IdentityOrigin[]> {
  const rows = await reader.rows(
    `SELECT o.*, g.sessions FROM (SELECT t.origin_id, count(DISTINCT a.session_id)::DOUBLE AS sessions
        FROM attempt a JOIN actor t ON t.id = a.actor_id
        WHERE a.session_id IS NOT NULL AND ${condition} GROUP BY 1) g
      JOIN origin o ON o.id = g.origin_id ORDER BY g.sessions DESC, o.id`,
    params,
  );
  return groupOrigins(rows.map((row) => ({ origin: toOrigin(row), sessions: Number(row.sessions) })));
}

/** One for each who, whatever the records and however sure. */
function groupOrigins(counted: readonly CountedOrigin[]): IdentityOrigin[] {
  const groups = new Map<string, CountedOrigin[]>();
  for (const one of counted) {
    const { kind, name, userId } = one.origin;
    const key = JSON.stringify([kind, name, name === null ? userId : null]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const origins = [...groups.values()].flatMap((group): IdentityOrigin[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { kind, name, nameFrom, userId } = first.origin;
    return [{ kind, name, nameFrom, userId, sessions: sum(group), sure: countSure(group) }];
  });
  return origins.sort((a, b) => b.sessions - a.sessions);
}

function countSure(group: readonly CountedOrigin[]): IdentityOrigin["sure"] {
  return [...CONFIDENCES, null]
    .map((confidence) => ({ confidence, sessions: sum(group.filter(isAs(confidence))) }))
    .filter(({ sessions }) => sessions > 0);
}

function isAs(confidence: Confidence | null): (one: CountedOrigin) => boolean {
  return ({ origin }) => origin.confidence === confidence;
}

function sum(group: readonly CountedOrigin[]): number {
  return group.reduce((total, { sessions }) => total + sessions, 0);
}
