import { resolve } from "node:path";
import { existsSync } from "node:fs";
import { tellVerdict } from "@/lib/domain/summarize/audit/audit-verdict";
import { createClock } from "@/lib/server/clock";
import { readConfig } from "@/lib/server/config";
import { auditFile } from "@/lib/server/data-folder";
import { printable } from "@/lib/server/log/printable";
import { listAuditFile } from "@/lib/state/audit/list-audit-file";
import { verifyAuditFile } from "@/lib/state/audit/verify-audit-file";
import { toAuditLine } from "../audit-lines";
import { type AuditOptions, readAuditOptions } from "../audit-options";
import { type CommandIo, writeAll } from "../command-io";
import { toJsonLine } from "../json-line";

const USAGE =
  "usage: gatebook audit verify|list [--data DIR] [--json] [--deed DEED] [--who TEXT] [--since T] [--range 24h] [--limit N]\n";

/**
 * `gatebook audit`: checks the log of what people did with this Gatebook, or lists it, newest first; works while the
 * dashboard runs. Exit 1 where the chain is broken or there is no log, 2 for wrong usage.
 */
export async function run(args: readonly string[], { stdout, stderr }: CommandIo): Promise<number> {
  const options = readAuditOptions(args, createClock(readConfig().clock).now());
  if ("problem" in options) {
    stderr.write(`gatebook audit: ${printable(options.problem)}\n${USAGE}`);
    return 2;
  }
  const path = auditFile(resolve(options.data));
  if (!existsSync(path) && !existsSync(`${path}.head`)) {
    stderr.write(
      `gatebook audit: there is no audit log in ${printable(options.data)}: name the folder with --data\n`,
    );
    return 1;
  }
  return options.action === "verify" ? verify(path, options, stdout) : list(path, options, stdout);
}

async function verify(path: string, { json }: AuditOptions, stdout: CommandIo["stdout"]): Promise<number> {
  const verdict = await verifyAuditFile(path);
  stdout.write(json ? toJsonLine(verdict) : `${tellVerdict(verdict)}\n`);
  return verdict.kind === "intact" ? 0 : 1;
}

async function list(
  path: string,
  { json, filter, limit }: AuditOptions,
  stdout: CommandIo["stdout"],
): Promise<number> {
  const { rows } = await listAuditFile(path, { filter, before: null, limit });
  for (const row of rows) await writeAll(stdout, json ? toJsonLine(row) : toAuditLine(row));
  return 0;
}
