import { describe, expect, it } from "vitest";
import { decodeNode, openCount } from "./decode-node";
import type { GoValue } from "./go-value";
import { readYaml } from "./read-yaml";
import { refuseInfinite } from "./refuse-infinite";
import { originOf } from "./text-with-origins";
import { attemptYaml } from "./yaml-problem";

/** The text as plain values; numbers and truth values as the name of their kind; or the error. */
function read(text: string): unknown {
  const made = attemptYaml(() => {
    const root = readYaml(text);
    if (root === null) return "nothing";
    const value = decodeNode(openCount(), root);
    refuseInfinite(value);
    return plain(value);
  });
  return made.ok ? made.value : made.problem.words;
}

function plain(value: GoValue): unknown {
  if (value.kind === "string") return value.text;
  if (value.kind === "array") return value.items.map(plain);
  if (value.kind === "object")
    return Object.fromEntries([...value.members].map(([k, member]) => [k, plain(member)]));
  return `(${value.kind})`;
}

describe("a YAML text as Go's library for YAML 1.1 reads it", () => {
  it.each([
    ["- a\n- b c\n", ["a", "b c"]],
    ["a: .inf\na: b", { a: "b" }],
    ["yes: a\noff: b\n7: c", { true: "a", false: "b", 7: "c" }],
    ["a: b\nlist:\n- x\n-  z\n", { a: "b", list: ["x", "z"] }],
    ["- a: 1\n  b:\n    c: d\n-\n  e: f", [{ a: "(number)", b: { c: "d" } }, { e: "f" }]],
    ["- a\n - b", ["a - b"]],
    ["{a: [b, {c: d}], e, f: }", { a: ["b", { c: "d" }], e: "(null)", f: "(null)" }],
    ["[a: b, ? c : d]", [{ a: "b" }, { c: "d" }]],
    ["[system:masters, a#b, c #d\n]", ["system:masters", "a#b", "c"]],
    ["? a\n: b", { a: "b" }],
    ["- |\n  a\n   b\n\n- >-\n  a\n  b\n\n  c\n- |+\n  a\n\n", ["a\n b\n", "a b\nc", "a\n\n"]],
    ["- 'it''s'\n- \"a\\tb\\x41\\u00e9\\\n   c\"\n- \"a\n\n  b\"", ["it's", "a\tbAéc", "a\nb"]],
    ["- &x {a: b}\n- *x\n- <<: *x\n  c: d", [{ a: "b" }, { a: "b" }, { a: "b", c: "d" }]],
    ["- <<: [{a: 1st}, {a: 2nd, b: x}]", [{ a: "1st", b: "x" }]],
    ["a: 1st\na: 2nd", { a: "2nd" }],
    ["%YAML 1.1\n---\na\n---\n]", "a"],
    ["# nothing", "nothing"],
    ["- !!str 12\n- ! 12\n- !x 12\n- !!binary aMOp", ["12", "12", "12", "hé"]],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    [["y", "No", "ON", "off", "TRUE"], "(bool)"],
    [["~", "null", ""], "(null)"],
    [["12", "012345678901", "0x1f", "0o17", "017", "1_000", "1e3", ".5", "-1.5E+2", "0b-1"], "(number)"],
    [["2001-01-01", "1.2.3", "0x", "1e999", "-0x8000000000000001", "oN", ".", "-", "+"], undefined],
  ])("takes %j alike", (words, kind) => {
    for (const word of words) {
      const text = word === "-" ? `- ${word}x` : `- ${word}`;
      expect(read(text)).toEqual([kind ?? (word === "-" ? "-x" : word)]);
    }
  });

  it.each([
    ["a: b: c", "yaml: mapping values are not allowed in this context"],
    ["- a\nb: c", "yaml: line 1: did not find expected '-' indicator"],
    ["a: b\nc", "yaml: line 3: could not find expected ':'"],
    ["- {{x}}", "yaml: invalid map key"],
    ["- a\n\t- b", "yaml: line 2: found a tab character that violates indentation"],
    ["-\ta", "yaml: found character that cannot start any token"],
    ["- [a?b]", "yaml: did not find expected ',' or ']'"],
    ['- "a', "yaml: found unexpected end of stream"],
    ['- "\\/"', "yaml: found unknown escape character"],
    ["- *a", "yaml: unknown anchor 'a' referenced"],
    ["- &a [*a]", "yaml: anchor 'a' value contains itself"],
    ["%YAML 1.2\n---\na", "yaml: found incompatible YAML document"],
    ["- a\u0001", "yaml: control characters are not allowed"],
    ["- .nan", "json: unsupported value: NaN"],
    ["yes: -.inf", "json: unsupported value: -Inf"],
    ["- &a [.inf]\n- *a", "json: unsupported value: +Inf"],
    ["- !!int x", "yaml: cannot decode !!str `x` as a !!int"],
    [`- ${"k".repeat(1_025)}: v`, "yaml: mapping values are not allowed in this context"],
  ])("refuses %j", (text, words) => {
    expect(read(text)).toBe(words);
  });

  it("tells the place of what it refuses", () => {
    const tried = attemptYaml(() => readYaml("- a\n- b\nc: d"));
    expect(tried).toMatchObject({ ok: false, problem: { at: 8, isOurLimit: false } });
  });

  it("refuses what is too long or too deep as its own limit", () => {
    for (const text of ["[".repeat(5_000), "- ".repeat(5_000), "? ".repeat(5_000), "a".repeat(1_000_001)])
      expect(attemptYaml(() => readYaml(text))).toMatchObject({ problem: { isOurLimit: true } });
    expect(read(`${"[".repeat(199)}${"]".repeat(199)}`)).toBeInstanceOf(Array);
  });

  it("refuses a text that grows by its aliases, and looks at each anchor once", () => {
    const wide = (from: string) => `[${Array.from({ length: 9 }, () => from).join(", ")}]`;
    const levels = Array.from({ length: 40 }, (_, i) => `- &a${i} ${wide(i === 0 ? "x" : `*a${i - 1}`)}`);
    expect(read(levels.join("\n"))).toBe("yaml: document contains excessive aliasing");
    expect(read(levels.slice(0, 3).join("\n"))).toBeInstanceOf(Array);
  });
});

it("knows for each character of a value where it stands", () => {
  const text = 'k: &a plain\nl: |\n    one\n    two\nd: "a\\n\\u0041b\\\n  c"\n';
  const root = readYaml(text);
  const [, word, , block, , quoted] = root?.children ?? [];
  const at = (node: typeof word, char: string) =>
    text.slice(originOf(node?.origins ?? [], node?.text.indexOf(char) ?? -1, node?.at ?? -1));
  expect(at(word, "lain")).toMatch(/^lain/);
  expect(at(block, "two")).toMatch(/^two\n/);
  expect(at(quoted, "A")).toMatch(/^\\u0041b/);
  expect(at(quoted, "c")).toMatch(/^c"/);
});
