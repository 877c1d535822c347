import { problemInOneLine } from "@/lib/domain/summarize/coverage-report";
import { SourceError } from "@/lib/ports/event-source";

/** What a child process tells the supervisor over its channel. */
export type ChildMessage =
  | { readonly type: "ready"; readonly env?: Readonly<Record<string, string>> }
  | { readonly type: "reading"; readonly from: readonly string[]; readonly warnings: readonly string[] }
  /** Share of what was asked for, 0 to 1. */
  | { readonly type: "progress"; readonly share: number }
  | { readonly type: "caught-up"; readonly attempts: number }
  /** One line: what was wrong, and what to do. */
  | { readonly type: "fatal"; readonly message: string };

export function tellParent(message: ChildMessage): void {
  process.send?.(message);
}

/**
 * Ends this process with the supervisor: nothing is left running when that is killed. To be called first of all; what is
 * opened later is closed by functions added to the list it gives, the last first.
 */
export function endWithParent(): (() => Promise<unknown>)[] {
  const closers: (() => Promise<unknown>)[] = [];
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    for (const close of closers.reverse()) await close().catch(() => undefined);
    process.exit(0);
  };
  process.on("disconnect", () => void end());
  process.on("SIGTERM", () => void end());
  process.on("SIGINT", () => void end());
  return closers;
}

/** Tells why this process cannot go on, and ends it. */
export function failFatally(error: unknown): void {
  const message = error instanceof SourceError ? problemInOneLine(error.problem) : textOf(error);
  const fatal: ChildMessage = { type: "fatal", message };
  if (process.send === undefined) {
    process.stderr.write(`${message}\n`);
    process.exit(1);
  }
  process.send(fatal, () => process.exit(1));
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
