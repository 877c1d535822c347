import { problemInOneLine } from "@/lib/domain/summarize/coverage/coverage-report";
import { SourceError } from "@/lib/ports/event-source";

/** What a child process tells the supervisor over its channel. */
export type ChildMessage =
  | { readonly type: "ready"; readonly env?: Readonly<Record<string, string>> }
  | { readonly type: "reading"; readonly from: readonly string[]; readonly warnings: readonly string[] }
  /** A damaged events file was moved away; its events are read anew. */
  | { readonly type: "set-aside"; readonly file: string }
  /** Share of what was asked for, 0 to 1. */
  | { readonly type: "progress"; readonly share: number }
  | { readonly type: "caught-up"; readonly attempts: number }
  /** One line: what was wrong, and what to do. */
  | { readonly type: "fatal"; readonly message: string };

/** Once the channel is closed, nobody is left to tell. */
export function tellParent(message: ChildMessage): void {
  if (process.connected) process.send?.(message, () => undefined);
}

const LONGEST_END_MS = 9_000;
let ending = false;

/**
 * Ends this process with the supervisor: nothing is left running when that is killed. To be called first of all; what is
 * opened later is closed by functions added to the list it gives, the last first. Code 0 when all was closed in time.
 */
export function endWithParent(): (() => Promise<unknown>)[] {
  const closers: (() => Promise<unknown>)[] = [];
  const end = async () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), LONGEST_END_MS);
    let code = 0;
    for (const close of closers.reverse()) {
      await close().catch((error: unknown) => {
        process.stderr.write(`${textOf(error)}\n`);
        code = 1;
      });
    }
    process.exit(code);
  };
  process.on("disconnect", () => void end());
  process.on("SIGTERM", () => void end());
  process.on("SIGINT", () => {
    // Ctrl-C reaches the whole family at once; the supervisor ends its children in their order.
    if (!process.connected) void end();
  });
  return closers;
}

/** Tells why this process cannot go on, and ends it; what fails because it ends is no reason. */
export function failFatally(error: unknown): void {
  if (ending) return;
  const message = error instanceof SourceError ? problemInOneLine(error.problem) : textOf(error);
  const fatal: ChildMessage = { type: "fatal", message };
  if (process.send === undefined || !process.connected) {
    process.stderr.write(`${message}\n`);
    process.exit(1);
  }
  process.send(fatal, () => process.exit(1));
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
