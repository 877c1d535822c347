import { resolve } from "node:path";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { whereDataIs } from "@/lib/server/data-folder";
import { printable } from "@/lib/server/log/printable";
import { openDataFolder } from "@/lib/server/open-data-folder";
import { type CommandIo, writeAll } from "../command-io";
import { toRequestJson, toRequestLine } from "../request-lines";
import { readRequestOptions } from "../request-options";

const PAGE = 500;

/** `gatebook requests`: the kept requests to the Kubernetes API, newest first, as lines or one JSON object a line. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readRequestOptions(args, Date.now());
  if ("problem" in options) {
    io.stderr.write(`gatebook requests: ${printable(options.problem)}\n`);
    return 2;
  }
  const folder = await openDataFolder(resolve(options.data), false);
  if (folder === null) {
    io.stderr.write(`gatebook requests: ${printable(whereDataIs(options.data))}\n`);
    return 1;
  }
  try {
    let left = options.limit;
    let cursor: string | null = null;
    do {
      const query = { filter: options.filter, cursor, limit: Math.min(PAGE, left) };
      const page = await folder.engine.searchRequests(LOCAL_VIEWER, query);
      await writeAll(io.stdout, page.rows.map(options.json ? toRequestJson : toRequestLine).join(""));
      left -= page.rows.length;
      cursor = page.next;
    } while (cursor !== null && left > 0);
    return 0;
  } finally {
    await folder.close();
  }
}
