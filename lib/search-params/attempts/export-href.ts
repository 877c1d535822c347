import type { FrozenList } from "./attempt-list-queries";
import { queryWith } from "../parameters/query-with";

/** What one file holds at most: less than a sheet of a spreadsheet. */
export const MOST_EXPORTED = 1_000_000;

interface ExportForm {
  readonly title: string;
  readonly about: string;
  readonly params: Readonly<Record<string, string>>;
}

export const EXPORT_FORMS: readonly ExportForm[] = [
  {
    title: "CSV",
    about: "Cells that a spreadsheet would take for a formula begin with '",
    params: { format: "csv" },
  },
  {
    title: "CSV for Excel",
    about: "The same, with the mark by which Excel knows UTF-8",
    params: { format: "csv", bom: "true" },
  },
  {
    title: "NDJSON",
    about: "Everything the API tells, an attempt a line; the last line counts them",
    params: { format: "ndjson" },
  },
];

/** Where the file of a list is. */
export function exportHref(
  list: Pick<FrozenList, "query">,
  params: Readonly<Record<string, string>>,
): string {
  return `/api/v1/attempts/export${queryWith(list.query, params)}`;
}
