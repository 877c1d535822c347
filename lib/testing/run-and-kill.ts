import { spawn } from "node:child_process";

/**
 * Runs a program and kills it without warning `afterMs` after its first line, or lets it end. Gives the lines it wrote
 * in whole, and whether it was killed.
 */
export function runAndKill(
  path: string,
  args: readonly string[],
  afterMs: number,
): Promise<{ lines: string[]; killed: boolean }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path, ...args], { stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      if (text === "") setTimeout(() => child.kill("SIGKILL"), afterMs);
      text += chunk.toString("utf8");
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      const lines = text.split("\n").slice(0, -1);
      if (code === 0 || signal === "SIGKILL") resolve({ lines, killed: signal === "SIGKILL" });
      else reject(new Error(`${path} ended with ${code ?? signal}`));
    });
  });
}
