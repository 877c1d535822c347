import type { AttemptPage } from "@/lib/domain/summarize/attempts/attempt-page";
import type { ExportForm } from "./export-form";

/** Records were read meanwhile that belong among those already written. */
export class ExportChanged extends Error {
  constructor(rows: number, total: number) {
    super(`${rows} attempts were written of ${total}: the list changed meanwhile.`);
    this.name = "ExportChanged";
  }
}

/**
 * A file's text, page by page from the first one on; the next is asked for once the last was taken. Throws ExportChanged at
 * the end where it does not hold as many attempts as the first page promised.
 */
export async function* printExport(
  first: AttemptPage,
  ask: (cursor: string) => Promise<AttemptPage>,
  form: ExportForm,
): AsyncGenerator<string, void> {
  let rows = 0;
  yield form.head;
  for (let page = first; ; page = await ask(page.next)) {
    const from = rows;
    yield page.rows.map((attempt, i) => form.print(attempt, from + i + 1)).join("");
    rows += page.rows.length;
    if (page.next === null) break;
  }
  if (rows !== first.total) throw new ExportChanged(rows, first.total);
  yield form.end(rows);
}
