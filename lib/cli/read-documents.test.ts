import { describe, expect, it } from "vitest";
import { readDocuments } from "./read-documents";

async function piecesOf(...chunks: string[]) {
  const bytes = (async function* () {
    for (const chunk of chunks) yield new TextEncoder().encode(chunk);
  })();
  const pieces = [];
  for await (const piece of readDocuments(bytes)) pieces.push(piece);
  return pieces;
}

describe("readDocuments", () => {
  it("cuts behind the last text that a chunk completes", async () => {
    expect(await piecesOf('{"a":"}', '"}{"b"', ":1}\n{", "}")).toEqual([
      { text: '{"a":"}"}', position: 0 },
      { text: '{"b":1}\n', position: 9 },
      { text: "{}", position: 17 },
      { text: "", position: 19 },
    ]);
  });

  it("is not led astray by quotes, escapes and stray brackets", async () => {
    const text = '["\\"]\\\\",1]';
    expect(await piecesOf(...text)).toEqual([
      { text, position: 0 },
      { text: "", position: text.length },
    ]);
    expect((await piecesOf('}]"x\n', "{}")).map((piece) => piece?.text)).toEqual(['}]"x\n', "{}", ""]);
  });

  it("gives what has no end as the last piece", async () => {
    expect(await piecesOf('{"Records":[{}', ",{")).toEqual([{ text: '{"Records":[{},{', position: 0 }]);
  });
});
