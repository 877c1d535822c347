import type { DirectoryAnswer, UserPlace } from "@/lib/domain/correlate/chain/directory";
import type { KnownPerson } from "@/lib/ports/directory-store";
import { type Reader, type Row, textOrNull } from "../sql-values";

/**
 * Of each user id, where Identity Center keeps him: as records of him tell; else, where all records name one identity
 * store, that one. The Region of a store may stand in another user's record.
 */
export const PLACES = `(SELECT i.user_id, s.store_id, s.account_id, s.region
  FROM (SELECT DISTINCT user_id FROM origin WHERE user_id IS NOT NULL) i
  LEFT JOIN user_place p ON p.user_id = i.user_id
  LEFT JOIN (SELECT store_id, account_id, min(region) AS region, count(*) OVER () AS stores
      FROM user_place GROUP BY ALL) s
    ON (s.store_id = p.store_id AND s.account_id = p.account_id) OR (p.store_id IS NULL AND s.stores = 1))`;

/** What directories say of these people, by user id and by IAM user, the operator's file first. */
export async function readDirectory(
  reader: Reader,
  { userIds, iamUsers }: KnownPerson,
): Promise<ReadonlyMap<string, readonly DirectoryAnswer[]>> {
  const answers = new Map<string, DirectoryAnswer[]>();
  const add = (key: string, answer: DirectoryAnswer) =>
    answers.set(key, [...(answers.get(key) ?? []), answer]);
  const places = await readPlaces(reader, userIds);
  const rows = await reader.rows(
    `SELECT * FROM directory_user WHERE user_id IN (SELECT unnest($userIds)) OR iam_user IN (SELECT unnest($iamUsers))
      ORDER BY source`,
    { userIds, iamUsers },
  );
  for (const row of rows) {
    const [userId, iamUser] = [textOrNull(row.user_id), textOrNull(row.iam_user)];
    const answer = toAnswer(row, places.get(userId ?? "") ?? null);
    if (userId !== null && userIds.includes(userId)) add(userId, answer);
    if (iamUser !== null && iamUsers.includes(iamUser)) add(iamUser, answer);
  }
  for (const userId of userIds)
    if (!answers.has(userId)) add(userId, { outcome: "not-asked", place: places.get(userId) ?? null });
  return answers;
}

async function readPlaces(reader: Reader, userIds: readonly string[]): Promise<Map<string, UserPlace>> {
  if (userIds.length === 0) return new Map();
  const rows = await reader.rows(`SELECT * FROM ${PLACES} WHERE user_id IN (SELECT unnest($userIds))`, {
    userIds,
  });
  return new Map(
    rows.flatMap((row) => {
      const place = toPlace(row);
      return place === null ? [] : [[String(row.user_id), place]];
    }),
  );
}

export function toPlace(row: Row): UserPlace | null {
  const storeId = textOrNull(row.store_id);
  if (storeId === null) return null;
  return { storeId, accountId: String(row.account_id), region: textOrNull(row.region) };
}

function toAnswer(row: Row, place: UserPlace | null): DirectoryAnswer {
  const outcome = String(row.outcome) as DirectoryAnswer["outcome"];
  if (outcome === "not-asked") return { outcome, place };
  if (outcome !== "found") return { outcome, againMs: Number(row.until_ms), place };
  return {
    outcome,
    from: row.source === "directory-file" ? "directory-file" : "identity-store",
    userName: textOrNull(row.user_name),
    displayName: textOrNull(row.display_name),
    email: textOrNull(row.email),
  };
}
