import { resolve } from "node:path";
import { whereDataIs } from "@/lib/server/data-folder";
import { printable } from "@/lib/server/log/printable";
import { openDataFolder } from "@/lib/server/open-data-folder";
import type { TextSink } from "./command-io";

/** What answers about a data folder. */
export type Engine = NonNullable<Awaited<ReturnType<typeof openDataFolder>>>["engine"];

export interface DataCommand {
  /** Its name, told before what goes wrong. */
  readonly command: string;
  readonly data: string;
  readonly stderr: TextSink;
}

/** Does a command's work over a folder, and gives its exit code; of one without data it says where there is some. */
export async function withDataFolder(
  { command, data, stderr }: DataCommand,
  work: (engine: Engine) => Promise<number>,
): Promise<number> {
  const folder = await openDataFolder(resolve(data), false);
  if (folder === null) {
    stderr.write(`gatebook ${command}: ${printable(whereDataIs(data))}\n`);
    return 1;
  }
  try {
    return await work(folder.engine);
  } finally {
    await folder.close();
  }
}
