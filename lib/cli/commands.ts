import type { CommandIo } from "./command-io";

export interface Command {
  readonly usage: string;
  readonly about: string;
  /** Loaded on use: what a command needs must not slow the start of the others. */
  readonly load: () => Promise<{ run(args: readonly string[], io: CommandIo): Promise<number> }>;
}

export const commands: ReadonlyMap<string, Command> = new Map([
  [
    "parse",
    {
      usage: "parse authenticator|cloudtrail",
      about: "Reads log text from standard input and prints one JSON object a record.",
      load: () => import("./commands/parse"),
    },
  ],
  [
    "arn",
    {
      usage: "arn ARN…",
      about: "Takes ARNs apart and shows the form in which the authenticator compares them.",
      load: () => import("./commands/arn"),
    },
  ],
  [
    "conformance",
    {
      usage: "conformance DIR",
      about: "Runs tables of input and expected output of the real authenticator against this build.",
      load: () => import("./commands/conformance"),
    },
  ],
]);
