import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk of its own for a test, in memory. */
export interface SmallDisk {
  readonly folder: string;
  setReadOnly(): void;
  remove(): void;
}

/** null where this may not be: it takes Linux and root. */
export function mountSmallDisk(mebibytes: number): SmallDisk | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), "gatebook-disk-"));
  const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: "ignore" });
  try {
    run("mount", "-t", "tmpfs", "-o", `size=${mebibytes}m`, "tmpfs", folder);
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  return {
    folder,
    setReadOnly: () => run("mount", "-o", "remount,ro", folder),
    remove() {
      run("umount", folder);
      rmSync(folder, { recursive: true });
    },
  };
}
