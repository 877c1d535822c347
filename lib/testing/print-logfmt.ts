import { formatLogfmtValue } from "@/lib/domain/parse/format-logfmt-value";

/** A line as logrus's text formatter writes it: time, level, msg, then the other fields by byte value (facts: authenticator §1.1). */
export function printLogfmt(
  head: { readonly time: string; readonly level: string; readonly msg: string },
  fields: Readonly<Record<string, string | null>>,
): string {
  const rest = Object.entries(fields)
    .filter((field): field is [string, string] => field[1] !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${formatLogfmtValue(value)}`);
  return [
    `time=${formatLogfmtValue(head.time)}`,
    `level=${head.level}`,
    `msg=${formatLogfmtValue(head.msg)}`,
    ...rest,
  ].join(" ");
}
