import type { Remark } from "@/lib/domain/explain/findings/check-config-map";
import { printable } from "@/lib/server/log/printable";
import { toJsonLine } from "../json-line";

/** A remark and the file that it is of; "-" = standard input. */
export interface FileRemark {
  readonly file: string;
  readonly remark: Remark;
}

/** One remark for the eye, in the form that editors and CI logs link: `FILE:LINE:COLUMN: SEVERITY [CODE] …`. */
export function toTextLine({ file, remark: { severity, code, message, fix, place } }: FileRemark): string {
  const at = place === null ? file : `${file}:${place.line}:${place.column}`;
  const what = fix === null ? message : `${message}. ${fix}`;
  return `${printable(`${at}: ${severity} [${code}] ${what}`)}\n`;
}

/** One remark as NDJSON: a contract, so its fields are named one by one. */
export function toRemarkJson({ file, remark: { severity, code, message, fix, place } }: FileRemark): string {
  return toJsonLine({
    file,
    line: place?.line ?? null,
    column: place?.column ?? null,
    severity,
    code,
    message,
    fix,
  });
}
