import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const files = ["app", "components", "lib"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(tsx?|mjs)$/.test(path) && !/\.(test|child)\.ts$|\.d\.m?ts$/.test(path))
    .map((path) => `${folder}/${path}`),
);
/** What is served or read by a command; not what tests and the sample are made of. */
const program = files.filter((path) => !/^lib\/(testing|sandbox)\//.test(path));
const sources = new Map(program.map((path) => [path, readFileSync(join(root, path), "utf8")]));

const filesWith = (pattern: RegExp, of = sources) =>
  [...of].flatMap(([path, code]) => (pattern.test(code) ? [path] : []));

describe("what the program's own code does not do", () => {
  it("is looked for in all of it", () => {
    expect(program.length).toBeGreaterThan(500);
    expect(filesWith(/\bcreateHash\(/).length).toBeGreaterThan(5);
  });

  it.each<[string, RegExp, string]>([
    [
      "text that becomes code",
      /\beval\s*\(|\bnew Function\b|\bFunction\(|node:vm\b|setTimeout\(\s*["'`]/,
      "new Function(x)",
    ],
    [
      "text that becomes markup",
      /dangerouslySetInnerHTML|\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write\b|srcDoc/,
      "a.innerHTML = x",
    ],
    [
      "messages of other windows",
      /\bpostMessage\b|\bonmessage\b|addEventListener\(\s*["']message["']/,
      "onmessage = f",
    ],
    ["frames, objects and plugins", /<(iframe|object|embed|applet)\b/, "<iframe />"],
    ["Server Actions", /^\s*["']use server["']/m, '"use server";'],
    [
      "encryption of its own",
      /\bcreate(Cipher|Decipher)|\bpublicEncrypt\b|subtle\.encrypt/,
      "createCipheriv(x)",
    ],
    ["hashes that can be collided", /["'`](md5|sha-?1)["'`]/i, 'createHash("sha1")'],
    [
      "certificates that nobody checks",
      /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED/,
      "rejectUnauthorized: false",
    ],
    ["other storage of the browser", /\b(sessionStorage|indexedDB|caches\.open)\b/, "sessionStorage.x"],
  ])("%s", (_what, pattern, example) => {
    expect(example).toMatch(pattern);
    expect(filesWith(pattern)).toEqual([]);
  });

  it.each<[string, RegExp, readonly string[]]>([
    [
      "other programs are run to start and build it, and by no request",
      /node:child_process/,
      [
        "lib/cli/bin/build.mjs",
        "lib/cli/bin/ensure-built.mjs",
        "lib/cli/bin/ensure-installed.mjs",
        "lib/server/start/child.ts",
        "lib/server/start/end-in-order.ts",
        "lib/server/start/family.ts",
      ],
    ],
    [
      "the browser keeps the columns of the list and nothing else",
      /\blocalStorage\b/,
      ["components/attempts/columns/kept-columns.ts"],
    ],
    [
      "the browser's cookies are zone and theme",
      /document\.cookie\s*=/,
      ["components/settings/keep-setting.ts"],
    ],
    [
      "what can be guessed is used for pauses alone",
      /\bMath\.random\b/,
      ["lib/ingest/budgets/create-request-budgets.ts"],
    ],
    [
      "patterns are made of the program's own words",
      /\bnew RegExp\(/,
      [
        "lib/domain/parse/request-shapes.ts",
        "lib/domain/redact/shape-at.ts",
        "lib/domain/summarize/attempts/search-language/search-escape.ts",
        "lib/server/links/own-view.ts",
      ],
    ],
  ])("but where it must: %s", (_what, pattern, where) => {
    expect(filesWith(pattern).sort()).toEqual([...where].sort());
  });

  it("no program is run through a shell", () => {
    const runs = filesWith(/\bshell: (true|process)/);
    expect(runs.filter((path) => !/^lib\/cli\/bin\//.test(path))).toEqual([]);
    expect(filesWith(/\b(exec|execSync)\(\s*[`"']/)).toEqual([]);
  });
});
