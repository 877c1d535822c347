/** Longer than any event of CloudWatch Logs (1 MiB). */
const LONGEST = 64 * 1_048_576;

/**
 * The lines of a byte stream in batches, without their ends (`\n` or `\r\n`); a last line needs none. Bad UTF-8 becomes
 * U+FFFD. A line of more than 64 Mi characters is not kept: null stands for it.
 */
export async function* readLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<(string | null)[]> {
  const decoder = new TextDecoder();
  const open = new OpenLine();
  for await (const chunk of bytes) {
    const lines = open.add(decoder.decode(chunk, { stream: true }));
    if (lines.length > 0) yield lines;
  }
  const lines = open.add(decoder.decode());
  const last = open.take("");
  if (last !== "") lines.push(last);
  if (lines.length > 0) yield lines;
}

/** The start of a line whose end has not been read yet; never searched twice. */
class OpenLine {
  #parts: string[] = [];
  #length = 0;

  /** The lines that this text completes. */
  add(text: string): (string | null)[] {
    const lines: (string | null)[] = text.split("\n");
    const rest = lines.pop() ?? "";
    if (lines.length > 0) lines[0] = this.take(lines[0] ?? "");
    this.#length += rest.length;
    if (this.#length > LONGEST) this.#parts = [];
    else this.#parts.push(rest);
    return lines.map(withoutReturn);
  }

  /** The whole line, ended by `end`; null when it is too long. */
  take(end: string): string | null {
    const line = this.#length + end.length > LONGEST ? null : withoutReturn(this.#parts.join("") + end);
    this.#parts = [];
    this.#length = 0;
    return line;
  }
}

function withoutReturn<Line extends string | null>(line: Line): Line | string {
  return line?.endsWith("\r") ? line.slice(0, -1) : line;
}
