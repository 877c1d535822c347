import { printable } from "@/lib/server/log/printable";
import type { CommandIo } from "./command-io";
import { commands } from "./commands";

const USAGE = 2;

/** Runs one command of `gatebook`; gives the exit code: 0 ok, 1 something failed or was found, 2 wrong usage. */
export async function runGatebook(args: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    io.stdout.write(help());
    return name === undefined ? USAGE : 0;
  }
  const command = commands.get(name);
  if (command === undefined) {
    io.stderr.write(`gatebook: unknown command ${printable(name)}; see gatebook --help\n`);
    return USAGE;
  }
  if (rest.includes("--help")) {
    io.stdout.write(`usage: gatebook ${command.usage}\n${command.about}\n`);
    return 0;
  }
  const { run } = await command.load();
  return run(rest, io);
}

function help(): string {
  const lines = [...commands.values()].map(
    (command) => `  gatebook ${command.usage}\n      ${command.about}\n`,
  );
  return `gatebook: who got in to an EKS cluster, as which Kubernetes identity, and why\n\n${lines.join("")}`;
}
