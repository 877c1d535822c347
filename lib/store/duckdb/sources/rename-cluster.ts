import { hashOf } from "../attempts/dimension-table";
import type { Writer } from "../writer";

/**
 * A cluster is shown by another name from now on: what is stored of it goes by that one too, attempts included. Gives
 * whether anything was renamed; ids of clusters known in memory are then out of date.
 */
export async function renameCluster(writer: Writer, from: string, to: string): Promise<boolean> {
  if (from === to) return false;
  const names = { from, to };
  await writer.run("UPDATE source SET cluster = $to WHERE cluster = $from", names);
  await writer.run(
    `UPDATE cluster SET name = $to, search = lower($to), hash = $hash
      WHERE name = $from AND NOT EXISTS (SELECT 1 FROM cluster WHERE name = $to)`,
    { ...names, hash: hashOf(to) },
  );
  return true;
}
