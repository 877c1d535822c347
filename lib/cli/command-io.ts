/** Where a command reads and writes; tests hand in their own. */
export interface CommandIo {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
}

/** `write` gives false when the receiver is behind; `once("drain")` then tells when to go on. */
export interface TextSink {
  write(text: string): boolean;
  once?(event: "drain", listener: () => void): unknown;
}

/** Writes and waits for a slow reader, so that a long output does not pile up in memory. */
export async function writeAll(sink: TextSink, text: string): Promise<void> {
  if (sink.write(text) || sink.once === undefined) return;
  await new Promise<void>((resolve) => sink.once?.("drain", resolve));
}
