import pino, { type Logger } from "pino";
import { maskTokens } from "@/lib/domain/redact/mask-tokens";
import { printableJson } from "./printable";
import { toTextLine } from "./text-line";

/** One line each: a sentence, and beside it what it is about. Levels: debug, info, warn, error, fatal. */
export type Log = Logger;

export type LogFormat = "json" | "text";
export type LogPart = "supervisor" | "engine" | "web" | "sandbox";

export interface LogSettings {
  readonly part: LogPart;
  readonly format: LogFormat;
  /** The least level that is written. */
  readonly level: string;
  /** Default: standard error. */
  readonly write?: (line: string) => void;
}

/**
 * Writes to standard error, at once, so that the last line before an end is there too: JSON a line for programs, short
 * lines for people. Tokens are masked and control characters escaped whatever a caller hands in: part of it is text that
 * came from a log, and so from whoever tried to get in.
 */
export function createLog({ part, format, level, write = toStandardError }: LogSettings): Log {
  const print = format === "json" ? toJsonLine : toTextLine;
  return pino(
    {
      level,
      base: { part },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: toErrorFields },
      redact: { paths: SECRET_FIELDS, censor: "[redacted]" },
    },
    { write: (line: string) => write(`${print(maskTokens(line.trimEnd()))}\n`) },
  );
}

/** Names under which a secret might come along; values that look like tokens are masked wherever they stand. */
const SECRETS = ["secretAccessKey", "sessionToken", "authorization", "cookie", "token", "externalId"];
const SECRET_FIELDS = SECRETS.flatMap((name) => [name, `*.${name}`]);

function toJsonLine(line: string): string {
  return printableJson(line);
}

function toStandardError(line: string): void {
  process.stderr.write(line);
}

/** An error's name, code, words and where; never the fields an SDK hangs on it: they hold whole answers. */
function toErrorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code } = error as { code?: unknown };
  return { name: error.name, message: error.message, stack: error.stack, ...(code ? { code } : {}) };
}
