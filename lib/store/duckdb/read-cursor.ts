import { parseRowCursor } from "@/lib/domain/summarize/row-cursor";
import { InvalidQuery } from "@/lib/ports/invalid-query";
import { toStoredId } from "./attempts/attempt-codes";

/** As parameters of a query. Throws InvalidQuery for a cursor that cannot be. */
export function readCursor(text: string): { time: number; id: bigint } {
  const cursor = parseRowCursor(text);
  if (cursor === null) throw new InvalidQuery("cursor", "is not one that a former page gave");
  return { time: cursor.timeMs, id: toStoredId(cursor.id) };
}
