import { type ParseArgsConfig, parseArgs } from "node:util";

/** What a command was given; a problem is one sentence for the person. */
export function readArguments<T extends ParseArgsConfig>(
  config: T,
): ReturnType<typeof parseArgs<T>> | { readonly problem: string } {
  try {
    return parseArgs(config);
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause) };
  }
}
