import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CommandIo } from "../command-io";
import { runTable, type TableResult } from "../conformance/run-table";

/** `gatebook conformance DIR`: runs every table of DIR and prints one object `{file: result}`. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const [folder, ...more] = args;
  if (folder === undefined || more.length > 0) {
    io.stderr.write("usage: gatebook conformance DIR\n");
    return 2;
  }
  const results = readFolder(folder, io);
  if (results === null) return 2;
  io.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  return Object.values(results).some((result) => result.failed > 0) ? 1 : 0;
}

function readFolder(folder: string, io: CommandIo): Record<string, TableResult> | null {
  try {
    const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
    return Object.fromEntries(files.sort().map((name) => [name, runFile(join(folder, name), name)]));
  } catch (error) {
    io.stderr.write(`gatebook conformance: ${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  }
}

function runFile(path: string, name: string): TableResult {
  try {
    return runTable(name, JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {
      passed: 0,
      failed: 1,
      skipped: 0,
      failures: [{ row: 0, input: name, expected: "JSON", actual: error.message }],
    };
  }
}
