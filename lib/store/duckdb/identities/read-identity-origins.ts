import { CONFIDENCES, type Confidence } from "@/lib/domain/correlate/attempt";
import type { AttemptOrigin } from "@/lib/domain/correlate/chain/attempt-origin";
import type { IdentityOrigin } from "@/lib/domain/summarize/identities/identity-report";
import { NAMED_ORIGIN, toNamedOrigin } from "../directory/named-origin";
import type { Reader } from "../sql-values";
import type { OwnAttempts } from "./own-attempts";

interface CountedOrigin {
  readonly origin: AttemptOrigin;
  readonly attempts: number;
}

/** Who is behind an identity's attempts, those of most first; attempts whose sessions are not traced yet are left out. */
export async function readIdentityOrigins(
  reader: Reader,
  { counts, condition }: OwnAttempts,
): Promise<IdentityOrigin[]> {
  const rows = await reader.rows(
    `SELECT o.*, g.attempts FROM (SELECT t.origin_id, sum(a.n)::DOUBLE AS attempts
        FROM ${counts} a JOIN actor t ON t.id = a.actor_id
        WHERE ${condition} GROUP BY 1) g
      JOIN ${NAMED_ORIGIN} o ON o.id = g.origin_id ORDER BY g.attempts DESC, o.id`,
  );
  return groupOrigins(rows.map((row) => ({ origin: toNamedOrigin(row), attempts: Number(row.attempts) })));
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
    return [{ kind, name, nameFrom, userId, attempts: sum(group), sure: countSure(group) }];
  });
  return origins.sort((a, b) => b.attempts - a.attempts);
}

function countSure(group: readonly CountedOrigin[]): IdentityOrigin["sure"] {
  return [...CONFIDENCES, null]
    .map((confidence) => ({ confidence, attempts: sum(group.filter(isAs(confidence))) }))
    .filter(({ attempts }) => attempts > 0);
}

function isAs(confidence: Confidence | null): (one: CountedOrigin) => boolean {
  return ({ origin }) => origin.confidence === confidence;
}

function sum(group: readonly CountedOrigin[]): number {
  return group.reduce((total, { attempts }) => total + attempts, 0);
}
