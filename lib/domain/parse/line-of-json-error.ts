import { findJsonError } from "./find-json-error";

/** Where a text stops being JSON, counted in lines from 1: `line 7`. */
export function lineOfJsonError(text: string): string {
  const position = findJsonError(text)?.position ?? 0;
  return `line ${text.slice(0, position).split("\n").length}`;
}
