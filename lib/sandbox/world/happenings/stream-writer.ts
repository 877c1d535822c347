import { type WrittenLine, writeLine } from "../day-book";
import { type LogLine, printLine } from "../lines/print-line";
import { authenticatorStream, type Instance } from "../streams";
import type { Scene } from "./scene";

/** Writes into the instance's authenticator stream; a text is no logfmt and goes in as it is. */
export function writerFor(
  scene: Scene,
  instance: Instance,
): (timeMs: number, line: LogLine | string | (() => LogLine)) => WrittenLine {
  const stream = authenticatorStream(instance);
  return (timeMs, line) =>
    writeLine(scene.book, {
      cluster: instance.cluster.name,
      stream,
      timeMs,
      // Told when it is read: who reads a trail passes all lines by.
      message:
        typeof line === "string" ? line : () => printLine(timeMs, typeof line === "function" ? line() : line),
    });
}
