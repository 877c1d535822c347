import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { printable } from "@/lib/server/log/printable";
import { toAttemptJson, toTextLine } from "../attempt-lines";
import { readAttemptOptions } from "../attempt-options";
import type { CommandIo } from "../command-io";
import { withDataFolder } from "../with-data-folder";
import { writePages } from "../write-pages";

/** `gatebook attempts`: the attempts of a data folder, newest first, as a table or one JSON object a line. */
export async function run(args: readonly string[], { stdout, stderr }: CommandIo): Promise<number> {
  const options = readAttemptOptions(args, Date.now());
  if ("problem" in options) {
    stderr.write(`gatebook attempts: ${printable(options.problem)}\n`);
    return 2;
  }
  const { data, json, limit, filter } = options;
  return withDataFolder({ command: "attempts", data, stderr }, async (engine) => {
    const ask = (start: { cursor: string | null; limit: number }) =>
      engine.searchAttempts(LOCAL_VIEWER, { filter, ...start });
    await writePages(stdout, limit, ask, json ? toAttemptJson : toTextLine);
    return 0;
  });
}
