import { readConfig } from "../config";
import { createLog, type Log, type LogPart } from "./create-log";

/** The log of this process, as its environment asks for it (GATEBOOK_LOG, GATEBOOK_LOG_LEVEL). */
export function getLog(part: LogPart): Log {
  const { logFormat, logLevel } = readConfig();
  const format = logFormat ?? (process.stderr.isTTY ? "text" : "json");
  return createLog({ part, format, level: logLevel ?? "info" });
}
