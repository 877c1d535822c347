import { readFile } from "node:fs/promises";
import { printable } from "@/lib/server/log/printable";
import { verifyEvidenceFile } from "@/lib/share/verify-evidence-file";
import type { CommandIo } from "../command-io";

/** `gatebook verify FILE`: whether evidence is as it was shared; exit 1 when it is not, 2 when it cannot be read. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const [path] = args;
  if (path === undefined || args.length > 1 || path.startsWith("-")) {
    io.stderr.write("usage: gatebook verify FILE\n");
    return 2;
  }
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => error);
  if (typeof text !== "string") {
    io.stderr.write(`gatebook: ${printable(path)} cannot be read (${text.code ?? "unknown"})\n`);
    return 2;
  }
  const checks = verifyEvidenceFile(text);
  const broken = checks.filter(({ problem }) => problem !== null);
  for (const { what, problem } of broken)
    io.stdout.write(`does not hold: ${printable(what)}: ${printable(problem ?? "")}\n`);
  if (broken.length > 0) return 1;
  io.stdout.write(`holds: ${checks.map(({ what }) => printable(what)).join(", ")}\n`);
  return 0;
}
