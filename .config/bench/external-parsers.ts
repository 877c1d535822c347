import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PROGRAMS: readonly { label: string; command: string; args: (file: string) => string[] }[] = [
  {
    label: "Miller (mlr), key=value to JSON",
    command: "mlr",
    args: (file) => ["--idkvp", "--ifs", "space", "--ojson", "cat", file],
  },
  {
    label: "lnav, logfmt to a count",
    command: "lnav",
    args: (file) => ["-n", "-c", ";SELECT count(*), max(length(fields)) FROM logfmt_log", file],
  },
];

/** Wall time of the log programs that this machine has, each a process of its own over the same lines. */
export function runExternalParsers(pages: readonly Uint8Array[]): { label: string; ms: number }[] {
  const folder = mkdtempSync(join(tmpdir(), "gatebook-bench-"));
  const file = join(folder, "authenticator.log");
  writeFileSync(file, pages.map((page) => Buffer.from(page).toString("utf8")).join("\n"));
  const found = PROGRAMS.flatMap(({ label, command, args }) => {
    const start = performance.now();
    const run = spawnSync(command, args(file), { stdio: "ignore" });
    return run.status === 0 ? [{ label, ms: performance.now() - start }] : [];
  });
  rmSync(folder, { recursive: true });
  return found;
}
