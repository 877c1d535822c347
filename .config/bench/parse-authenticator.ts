import { parseAuthenticatorLine } from "@/lib/domain/parse/authenticator-line";
import { createAuthenticatorPages } from "./authenticator-pages";
import { runExternalParsers } from "./external-parsers";
import { bestTimes } from "./interleaved";
import type { BenchReport } from "./pair-attempts";
import { parseByRegex } from "./regex-logfmt";

const LINES = 200_000;
const ROUNDS = 15;

/** Bytes → lines → typed records, beside splitting the same bytes into lines and beside other parsers. */
export async function run(): Promise<BenchReport> {
  const pages = createAuthenticatorPages(LINES);
  const best = bestTimes(
    {
      split: () => overLines(pages, (line) => line.length),
      gatebook: () => overLines(pages, readTyped),
      fields: () => overLines(pages, readFields),
      regex: () => overLines(pages, (line) => parseByRegex(line).size),
    },
    ROUNDS,
  );
  const perSecond = (ms: number) => Math.round((LINES * 1000) / ms);
  return {
    name: "parse-authenticator",
    unit: "lines/s",
    results: [
      { label: "decode and split into lines", value: perSecond(best.split) },
      { label: "parse to typed events", value: perSecond(best.gatebook) },
      { label: "parse to typed events, all fields read", value: perSecond(best.fields) },
      { label: "a plain regular expression to fields", value: perSecond(best.regex) },
      ...runExternalParsers(pages).map(({ label, ms }) => ({ label, value: perSecond(ms) })),
    ],
    ratios: [
      { label: "time against the split", value: best.gatebook / best.split, aim: "<= 12" },
      { label: "times faster than the regular expression", value: best.regex / best.gatebook, aim: ">= 3" },
    ],
  };
}

function overLines(pages: readonly Uint8Array[], read: (line: string) => number): number {
  const decoder = new TextDecoder();
  let sum = 0;
  for (const page of pages) for (const line of decoder.decode(page).split("\n")) sum += read(line);
  return sum;
}

function readTyped(line: string): number {
  const record = parseAuthenticatorLine(line);
  return record.kind === "line" ? record.event.type.length : 0;
}

function readFields(line: string): number {
  const record = parseAuthenticatorLine(line);
  return record.kind === "line" ? record.fields.size : 0;
}
