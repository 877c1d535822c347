import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { printable } from "@/lib/server/log/printable";
import { printAsked } from "../asked-requests";
import type { CommandIo } from "../command-io";
import { toRequestJson, toRequestLine } from "../request-lines";
import { readRequestOptions } from "../request-options";
import { withDataFolder } from "../with-data-folder";
import { writePages } from "../write-pages";

/**
 * `gatebook requests`: the kept requests to the Kubernetes API, newest first, as lines or one JSON object a line; or all
 * those around an attempt, read when it is asked for.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const { stdout, stderr } = io;
  const options = readRequestOptions(args, Date.now());
  if ("problem" in options) {
    stderr.write(`gatebook requests: ${printable(options.problem)}\n`);
    return 2;
  }
  const { data, json, limit, filter, asked } = options;
  return withDataFolder({ command: "requests", data, stderr }, async (engine) => {
    if (asked !== null) return printAsked(engine, { ...asked, json, limit }, io);
    const ask = (start: { cursor: string | null; limit: number }) =>
      engine.searchRequests(LOCAL_VIEWER, { filter, ...start });
    await writePages(stdout, limit, ask, json ? toRequestJson : toRequestLine);
    return 0;
  });
}
