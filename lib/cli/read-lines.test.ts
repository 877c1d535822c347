import { describe, expect, it } from "vitest";
import { readLines } from "./read-lines";

async function linesOf(...chunks: (string | Uint8Array)[]) {
  const encoder = new TextEncoder();
  const bytes = (async function* () {
    for (const chunk of chunks) yield typeof chunk === "string" ? encoder.encode(chunk) : chunk;
  })();
  const lines: (string | null)[] = [];
  for await (const batch of readLines(bytes)) lines.push(...batch);
  return lines;
}

describe("readLines", () => {
  it("joins what chunks cut: lines, ends and characters", async () => {
    expect(await linesOf("a\r", "\nb", "c\n\nd")).toEqual(["a", "bc", "", "d"]);
    const euro = new TextEncoder().encode("€\n");
    expect(await linesOf(euro.subarray(0, 1), euro.subarray(1))).toEqual(["€"]);
  });

  it("needs no end of the last line, and makes no line of nothing", async () => {
    expect(await linesOf("a\n")).toEqual(["a"]);
    expect(await linesOf("a\nb\r")).toEqual(["a", "b"]);
    expect(await linesOf()).toEqual([]);
  });

  it("shows bytes that are no UTF-8 as U+FFFD", async () => {
    expect(await linesOf(Uint8Array.of(97, 255, 10, 0xe2))).toEqual(["a\ufffd", "\ufffd"]);
  });

  it("does not keep a line without end, and reads on behind it", async () => {
    const chunk = new Uint8Array(16 * 1_048_576).fill(97);
    expect(await linesOf("x\n", chunk, chunk, chunk, chunk, chunk, "\nb")).toEqual(["x", null, "b"]);
  });
});
