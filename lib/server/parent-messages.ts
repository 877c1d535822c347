/** What a child process tells the supervisor over its channel. */
export type ChildMessage =
  | { readonly type: "ready"; readonly env?: Readonly<Record<string, string>> }
  | { readonly type: "reading"; readonly from: readonly string[]; readonly warnings: readonly string[] }
  | { readonly type: "caught-up"; readonly attempts: number }
  | { readonly type: "fatal"; readonly message: string; readonly remedy: string };

export function tellParent(message: ChildMessage): void {
  process.send?.(message);
}

/** Ends this process with the supervisor: nothing is left running when that is killed. */
export function endWithParent(stop: () => Promise<void>): void {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    void stop().finally(() => process.exit(0));
  };
  process.on("disconnect", end);
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
}

/** Tells why this process cannot go on, and ends it. */
export function failFatally(error: unknown): void {
  const problem = (error as { problem?: { message: string; remedy: string } }).problem;
  const message = problem?.message ?? (error instanceof Error ? error.message : String(error));
  const fatal: ChildMessage = { type: "fatal", message, remedy: problem?.remedy ?? "" };
  if (process.send === undefined) {
    process.stderr.write(`${message}\n`);
    process.exit(1);
  }
  process.send(fatal, () => process.exit(1));
}
