import { resolve } from "node:path";
import type { ImportedFile } from "@/lib/server/import-paths";
import { printable } from "@/lib/server/log/printable";
import { openDataFolder } from "@/lib/server/open-data-folder";
import type { CommandIo } from "../command-io";
import { toJsonLine } from "../json-line";
import { keepInput } from "../keep-input";
import { readArguments } from "../read-arguments";

const USAGE =
  "usage: gatebook import PATH… --data DIR [--cluster NAME] [--region R] [--account A] [--directory FILE] [--json]\n";

/** Stands for standard input. */
const INPUT = "-";

/** `gatebook import`: one line a file, `-` is standard input; exit 1 when a file could not be read, the others are stored. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readOptions(args);
  if ("problem" in options) {
    io.stderr.write(`gatebook import: ${printable(options.problem)}\n${USAGE}`);
    return 2;
  }
  if (!options.paths.includes(INPUT)) return importInto(options, io);
  return keepInput(io.stdin, (path) =>
    importInto({ ...options, paths: options.paths.map((one) => (one === INPUT ? path : one)) }, io),
  );
}

async function importInto({ data, json, ...request }: Options, io: CommandIo): Promise<number> {
  const folder = await openDataFolder(data, true);
  if (folder === null) return 1;
  try {
    const files = (await folder.engine.importPaths(request)) as ImportedFile[];
    for (const file of files) io.stdout.write(json ? toJsonLine(file) : printFile(file));
    return files.some(({ problem }) => problem !== null) ? 1 : 0;
  } finally {
    await folder.close();
  }
}

type Options = Exclude<ReturnType<typeof readOptions>, { readonly problem: string }>;

function readOptions(args: readonly string[]) {
  const parsed = readArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: "string" },
      cluster: { type: "string" },
      region: { type: "string" },
      account: { type: "string" },
      directory: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  if ("problem" in parsed) return parsed;
  const { data, cluster = null, region = null, account: accountId = null, json } = parsed.values;
  if (data === undefined) return { problem: "say where to put it: --data DIR" };
  const directory = parsed.values.directory === undefined ? null : resolve(parsed.values.directory);
  if (parsed.positionals.length === 0 && directory === null)
    return { problem: "name a file or folder to import" };
  const paths = parsed.positionals.map((path) => (path === INPUT ? path : resolve(path)));
  return { data: resolve(data), paths, cluster, region, accountId, directory, json };
}

function printFile({ file, kind, added, known, rejects, problem }: ImportedFile): string {
  const name = printable(file);
  if (problem !== null) return `${name}: ${printable(problem)}\n`;
  const what = wordsOf(kind)[added === 1 ? 0 : 1];
  const lines = rejects.map(({ position, message }) => `  at ${position}: ${printable(message)}\n`);
  return `${name}: ${added} ${what} added, ${known} known already, ${rejects.length} rejected\n${lines.join("")}`;
}

function wordsOf(kind: ImportedFile["kind"]): readonly [string, string] {
  if (kind === "configuration") return ["part of a configuration", "parts of a configuration"];
  if (kind === "directory-file") return ["person", "people"];
  return kind === "cloudtrail" ? ["CloudTrail record", "CloudTrail records"] : ["log line", "log lines"];
}
