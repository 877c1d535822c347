import { reasonOfDenial } from "@/lib/domain/explain/reasons/denial-reason";
import type { Writer } from "../writer";

/** Reads the code of every reason from its text, as this version reads it. */
export async function readCodesAgain(writer: Writer): Promise<void> {
  const rows = await writer.rows("SELECT id, error FROM reason");
  await writer.run(
    `UPDATE reason SET code = nullif(c.code, '') FROM (SELECT unnest($ids::INTEGER[]) AS id, unnest($codes::VARCHAR[]) AS code) c
      WHERE reason.id = c.id`,
    {
      ids: rows.map(({ id }) => Number(id)),
      codes: rows.map(({ error }) => reasonOfDenial(String(error)) ?? ""),
    },
  );
}
