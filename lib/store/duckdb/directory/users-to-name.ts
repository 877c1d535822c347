import type { UserToName } from "@/lib/ports/directory-store";
import type { Reader } from "../sql-values";
import { PLACES, toPlace } from "./read-directory";

/**
 * People behind attempts whom Identity Center was not asked about, or whose answer holds no more, where it is known whom
 * to ask. In the order of their ids.
 */
export async function usersToName(reader: Reader, nowMs: number, limit: number): Promise<UserToName[]> {
  const rows = await reader.rows(
    `SELECT p.* FROM ${PLACES} p
      LEFT JOIN directory_user d ON d.source = 'identity-store' AND d.user_id = p.user_id
      WHERE p.store_id IS NOT NULL AND p.region IS NOT NULL
        AND (d.user_id IS NULL OR d.until_ms <= $nowMs) ORDER BY p.user_id LIMIT $limit`,
    { nowMs, limit },
  );
  return rows.flatMap((row) => {
    const place = toPlace(row);
    return place === null ? [] : [{ userId: String(row.user_id), place }];
  });
}
