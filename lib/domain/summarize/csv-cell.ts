/**
 * What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"), the full-width forms too; and the mark
 * that is put before it, so that taking one mark off gives back every value.
 */
const TAKEN_FOR_FORMULA: ReadonlySet<string> = new Set([..."=+-@\t\r\n＝＋－＠'"]);
const MARK = "'";
const TO_QUOTE = /[",;\t\r\n']|^\s|\s$/;

/** One record of RFC 4180, its line end included. null = an empty cell. */
export function printCsvRecord(values: readonly (string | null)[]): string {
  return `${values.map(printCell).join(",")}\r\n`;
}

function printCell(value: string | null): string {
  if (value === null || value === "") return "";
  const safe = TAKEN_FOR_FORMULA.has(value.charAt(0)) ? MARK + value : value;
  return TO_QUOTE.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
