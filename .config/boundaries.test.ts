import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

interface Summary {
  readonly violations: readonly { readonly rule: { readonly name: string } }[];
  readonly totalCruised: number;
  readonly totalDependenciesCruised: number;
}

function cruise(cwd: string, ...folders: string[]): Summary {
  const checker = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const config = join(root, ".config/boundaries.cjs");
  const words = [checker, "--config", config, "--output-type", "json", ...folders];
  const { stdout } = spawnSync(process.execPath, words, { cwd, encoding: "utf8", maxBuffer: 2 ** 28 });
  return (JSON.parse(stdout) as { summary: Summary }).summary;
}

/** The checker that sees nothing passes everything: each of these must be found. */
describe("the boundary check", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "gatebook-boundaries-"));
    for (const name of ["tsconfig.json", "package.json"]) cpSync(join(root, name), join(folder, name));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function plant(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }
  function brokenRules(): string[] {
    return [...new Set(cruise(folder, "lib").violations.map(({ rule }) => rule.name))].sort();
  }

  it.each([
    [
      "the core importing a source",
      {
        "lib/domain/parse/a.ts": 'import "@/lib/sources/eks/b";',
        "lib/sources/eks/b.ts": "export const b = 1;",
      },
      ["lib-domain-reach"],
    ],
    [
      "an early stage knowing a later one",
      { "lib/domain/parse/a.ts": 'import "../explain/b";', "lib/domain/explain/b.ts": "export const b = 1;" },
      ["domain-parse-knows-only-earlier-stages"],
    ],
    ["Node in the core", { "lib/domain/time/a.ts": 'import "node:fs";' }, ["domain-has-no-packages"]],
    [
      "a type import counts",
      {
        "lib/ports/a.ts": 'import type { X } from "@/lib/cli/b"; export type Y = X;',
        "lib/cli/b.ts": "export type X = 1;",
      },
      ["lib-ports-reach"],
    ],
    [
      "DuckDB outside the store",
      { "lib/ingest/a.ts": 'import "@duckdb/node-api";' },
      ["duckdb-only-in-store"],
    ],
    [
      "zod where a browser might load it",
      { "lib/search-params/a.ts": 'import "zod";' },
      ["zod-only-in-the-api"],
    ],
    [
      "the AWS SDK outside the sources",
      { "lib/cli/a.ts": 'import "@aws-sdk/client-sts";' },
      ["aws-only-in-sources"],
    ],
    [
      "the sandbox using the core",
      { "lib/sandbox/a.ts": 'import "@/lib/domain/time/b";', "lib/domain/time/b.ts": "export const b = 1;" },
      ["lib-sandbox-reach"],
    ],
    [
      "a cycle",
      {
        "lib/ports/a.ts": 'import "./b"; export const a = 1;',
        "lib/ports/b.ts": 'import "./a"; export const b = 1;',
      },
      ["no-cycles"],
    ],
  ])("finds %s", (_name, files, expected) => {
    plant(files);
    const found = brokenRules();
    for (const rule of expected) expect(found).toContain(rule);
  });

  it("finds nothing in a good file", () => {
    plant({ "lib/domain/parse/a.ts": 'import "../time/b";', "lib/domain/time/b.ts": "export const b = 1;" });
    expect(brokenRules()).toEqual([]);
  });

  it("sees the modules of the repository and what they import", () => {
    const { totalCruised, totalDependenciesCruised } = cruise(root, "app", "components", "lib", "e2e");
    expect(totalCruised).toBeGreaterThan(350);
    expect(totalDependenciesCruised).toBeGreaterThan(1000);
  });
});
