import { resolve } from "node:path";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { whereDataIs } from "@/lib/server/data-folder";
import { printable } from "@/lib/server/log/printable";
import { openDataFolder } from "@/lib/server/open-data-folder";
import { toJsonLine, toTextLine } from "../attempt-lines";
import { readAttemptOptions } from "../attempt-options";
import { type CommandIo, writeAll } from "../command-io";

const PAGE = 500;

/** `gatebook attempts`: the attempts of a data folder, newest first, as a table or one JSON object a line. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readAttemptOptions(args, Date.now());
  if ("problem" in options) {
    io.stderr.write(`gatebook attempts: ${options.problem}\n`);
    return 2;
  }
  const folder = await openDataFolder(resolve(options.data), false);
  if (folder === null) {
    io.stderr.write(`gatebook attempts: ${printable(whereDataIs(options.data))}\n`);
    return 1;
  }
  try {
    let left = options.limit;
    let cursor: string | null = null;
    do {
      const query = { filter: options.filter, cursor, limit: Math.min(PAGE, left) };
      const page = await folder.engine.searchAttempts(LOCAL_VIEWER, query);
      const print = options.json ? toJsonLine : toTextLine;
      await writeAll(io.stdout, page.rows.map(print).join(""));
      left -= page.rows.length;
      cursor = page.next;
    } while (cursor !== null && left > 0);
    return 0;
  } finally {
    await folder.close();
  }
}
