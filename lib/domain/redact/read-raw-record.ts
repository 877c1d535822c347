import { parseLogfmt } from "../parse/logfmt";

/** Nothing in AWS's records is so deep. */
const DEEPEST = 40;

/** Every text of a raw record with the name of its field: of a log line, or of a record in JSON. Never throws. */
export function readRawRecord(text: string): readonly (readonly [string, string])[] {
  return text.trimStart().startsWith("{") ? readJson(text) : readLine(text);
}

function readLine(text: string): [string, string][] {
  const read = parseLogfmt(text);
  if (!read.ok) return [];
  return read.pairs.flatMap((key, i): [string, string][] =>
    i % 2 === 0 ? [[key, read.pairs[i + 1] ?? ""]] : [],
  );
}

function readJson(text: string): [string, string][] {
  const found: [string, string][] = [];
  try {
    collect(JSON.parse(text), "", 0, found);
  } catch {
    // Cut, or no JSON: what stands in it is then known by its shape only.
  }
  return found;
}

function collect(value: unknown, field: string, depth: number, found: [string, string][]): void {
  if (typeof value === "string") found.push([field, value]);
  if (typeof value !== "object" || value === null || depth > DEEPEST) return;
  const isList = Array.isArray(value);
  for (const [key, inner] of Object.entries(value)) collect(inner, isList ? field : key, depth + 1, found);
}
