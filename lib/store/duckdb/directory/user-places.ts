import { VARCHAR } from "@duckdb/node-api";
import { type PlacedUser, placedUserOf } from "@/lib/domain/correlate/chain/user-place";
import type { Identified } from "../records/new-records";
import { textOrNull } from "../sql-values";
import type { Writer } from "../writer";

/** Keeps, of the people that new records were made for, where Identity Center has them. A Region once told stays. */
export async function writeUserPlaces(writer: Writer, fresh: readonly Identified[]): Promise<void> {
  const told = new Map<string, PlacedUser>();
  for (const { record } of fresh) {
    const user = record.kind === "event" && record.parsed !== null ? placedUserOf(record.parsed) : null;
    if (user !== null && (told.get(user.userId)?.region ?? null) === null) told.set(user.userId, user);
  }
  if (told.size === 0) return;
  const known = await writer.rows("SELECT * FROM user_place WHERE user_id IN (SELECT unnest($ids))", {
    ids: [...told.keys()],
  });
  for (const row of known) {
    const userId = String(row.user_id);
    const adds = textOrNull(row.region) === null && (told.get(userId)?.region ?? null) !== null;
    if (!adds) told.delete(userId);
  }
  const users = [...told.values()];
  if (users.length === 0) return;
  await writer.run("DELETE FROM user_place WHERE user_id IN (SELECT unnest($ids))", {
    ids: users.map(({ userId }) => userId),
  });
  await writer.append(
    "user_place",
    [VARCHAR, VARCHAR, VARCHAR, VARCHAR],
    [
      users.map(({ userId }) => userId),
      users.map(({ storeId }) => storeId),
      users.map(({ accountId }) => accountId),
      users.map(({ region }) => region),
    ],
  );
}
