import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { printAttemptCsv, printAttemptCsvHead } from "@/lib/domain/summarize/attempts/attempt-csv";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { printable } from "@/lib/server/log/printable";
import { toAttemptJson, toTextLine } from "../attempt-lines";
import { readAttemptOptions } from "../attempt-options";
import { type CommandIo, writeAll } from "../command-io";
import { withDataFolder } from "../with-data-folder";
import { writePages } from "../write-pages";

/** `gatebook attempts`: the attempts of a data folder, newest first, as a table, CSV or one JSON object a line. */
export async function run(args: readonly string[], { stdout, stderr }: CommandIo): Promise<number> {
  const options = readAttemptOptions(args, Date.now());
  if ("problem" in options) {
    stderr.write(`gatebook attempts: ${printable(options.problem)}\n`);
    return 2;
  }
  const { data, json, csv, limit, filter } = options;
  return withDataFolder({ command: "attempts", data, stderr }, async (engine) => {
    const ask = (start: { cursor: string | null; limit: number }) =>
      engine.searchAttempts(LOCAL_VIEWER, { filter, ...start });
    if (csv) await writeAll(stdout, printAttemptCsvHead());
    await writePages(stdout, limit, ask, csv ? createCsvPrinter() : json ? toAttemptJson : toTextLine);
    return 0;
  });
}

/** Counts the records. As everything here it may go to a terminal, and steers none. */
function createCsvPrinter(): (attempt: TracedAttempt) => string {
  let row = 0;
  return (attempt) => {
    row++;
    return `${printable(printAttemptCsv(attempt, row).trimEnd())}\r\n`;
  };
}
