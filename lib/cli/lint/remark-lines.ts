import type { Remark } from "@/lib/domain/explain/findings/check-config-map";
import { printable } from "@/lib/server/log/printable";
import { toJsonLine } from "../json-line";

/** A remark and the file that it is of; "-" = standard input. */
export interface FileRemark {
  readonly file: string;
  readonly remark: Remark;
}

/** One remark for the eye, in the form that editors and CI logs link: `FILE:LINE:COLUMN: SEVERITY [CODE] …`. */
export function toTextLine({ file, remark }: FileRemark): string {
  const { severity, code, place } = remark;
  const at = place === null ? file : `${file}:${place.line}:${place.column}`;
  return `${printable(`${at}: ${severity} [${code}] ${sentencesOf(remark)}`)}\n`;
}

/** All that a remark says. */
export function sentencesOf({ message, why, fix }: FileRemark["remark"]): string {
  return [message, why, fix].flatMap((one) => (one === null ? [] : `${one.replace(/\.$/, "")}.`)).join(" ");
}

/** One remark as NDJSON: a contract, so its fields are named one by one. */
export function toRemarkJson({ file, remark }: FileRemark): string {
  const { severity, code, message, why, fix, place } = remark;
  return toJsonLine({
    file,
    line: place?.line ?? null,
    column: place?.column ?? null,
    severity,
    code,
    message,
    why,
    fix,
  });
}
