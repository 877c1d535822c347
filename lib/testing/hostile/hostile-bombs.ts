import { gzipSync } from "node:zlib";

/** A small file that grows when it is unpacked or read. */
export interface Bomb {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MIB = 1_048_576;

/** Fifteen of gzip: of zeros, spaces, lines and JSON, of several members, and packed twice. */
export function gzipBombs(): Bomb[] {
  const fillings = ["\0", " ", "[", '{"Records":[', 'msg="access denied" error=x\n'];
  return fillings.flatMap((filling, nth) => {
    const plain = Buffer.alloc(64 * MIB, filling);
    const packed = gzipSync(plain, { level: 9 });
    const members = Buffer.concat(Array.from({ length: 20 }, () => packed));
    const twice = gzipSync(gzipSync(Buffer.concat([members, members])));
    return [
      { name: `plain ${nth}`, bytes: packed },
      { name: `members ${nth}`, bytes: members },
      { name: `twice ${nth}`, bytes: twice },
    ];
  });
}

/** Fifteen of YAML: aliases of aliases in lists and maps, merges, depth, one that holds itself, and mere length. */
export function yamlBombs(): Bomb[] {
  const levels = (one: (nth: number) => string) => Array.from({ length: 40 }, (_, nth) => one(nth)).join("");
  const nine = (text: string) => Array.from({ length: 9 }, () => text).join(", ");
  const above = (nth: number) => (nth === 0 ? "x" : `*a${nth - 1}`);
  const texts: Readonly<Record<string, string>> = {
    lists: levels((nth) => `- &a${nth} [${nine(above(nth))}]\n`),
    keyed: levels((nth) => `a${nth}: &a${nth} [${nine(above(nth))}]\n`),
    maps: levels(
      (nth) =>
        `a${nth}: &a${nth} {${Array.from({ length: 9 }, (_, k) => `k${k}: ${above(nth)}`).join(", ")}}\n`,
    ),
    merges: `a: &a0 {k: v}\n${levels((nth) => `m${nth}: &a${nth + 1} {<<: [${nine(`*a${nth}`)}], x${nth}: [${nine(`*a${nth}`)}]}\n`)}`,
    itself: "- &a [*a]\n",
    "itself in a map": "a: &a\n  b: *a\n",
    "open lists": "[".repeat(500_000),
    "open maps": "{a: ".repeat(200_000),
    dashes: "- ".repeat(400_000),
    questions: "? ".repeat(400_000),
    indents: Array.from({ length: 1_300 }, (_, nth) => `${" ".repeat(nth)}a:\n`).join(""),
    length: `a: ${"x".repeat(4 * MIB)}`,
    lines: "- a\n".repeat(MIB),
    "a key without end": `? ${"k".repeat(2 * MIB)}\n: v`,
    anchors: `${Array.from({ length: 60_000 }, (_, nth) => `- &b${nth} x\n- [*b${nth}, *b${nth}]\n`).join("")}`,
  };
  return Object.entries(texts).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
}
