import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

interface Row {
  readonly id: string;
  readonly asks: string;
  readonly status: string;
  readonly shown: string;
}

const rows: Row[] = read("docs/security-asvs.md")
  .split("\n")
  .filter((line) => /^\| *\d/.test(line))
  .map((line) => {
    const [, id = "", asks = "", status = "", shown = ""] = line.split("|").map((cell) => cell.trim());
    return { id, asks, status, shown };
  });

const STATUSES = ["tested", "documented", "by design", "operator", "not met"];
/** Where vitest and Playwright look: .config/vitest.config.ts, e2e/playwright.config.ts. */
const OF_THE_SUITE = /^((lib|\.config|components)\/.*\.test\.tsx?|e2e\/journeys\/.*\.spec\.ts)$/;

const filesIn = ({ shown }: Row) =>
  [...shown.matchAll(/`([^`\s]+\.(?:tsx?|md|mjs))`/g)].map(([, path]) => path ?? "");
const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path);
/** 1.2.10 comes after 1.2.9. */
const rankOf = (id: string) => id.split(".").reduce((rank, part) => rank * 1_000 + Number(part), 0);

describe("the table of ASVS's requirements", () => {
  it("has one row for each, in order", () => {
    const ranks = rows.map(({ id }) => rankOf(id));
    expect(rows.filter(({ id }) => !/^([1-9]|1[0-7])\.\d{1,2}\.\d{1,2}$/.test(id))).toEqual([]);
    expect(ranks).toEqual([...new Set(ranks)].sort((a, b) => a - b));
    // Levels 1 and 2 as far as they apply: no row gets lost.
    expect(rows.filter(({ asks }) => !asks.startsWith("(level 3)"))).toHaveLength(165);
  });

  it("says of each what it asks, where it stands, and what shows it", () => {
    expect(rows.filter(({ asks, shown }) => asks === "" || shown === "")).toEqual([]);
    expect(rows.filter(({ status }) => !STATUSES.includes(status))).toEqual([]);
  });

  it("names a test for each that is tested, and a document for each that is documented", () => {
    const of = (wanted: string) => rows.filter(({ status }) => status === wanted);
    expect(of("tested").filter((row) => !filesIn(row).some(isTest))).toEqual([]);
    expect(of("documented").filter((row) => !filesIn(row).some((path) => path.endsWith(".md")))).toEqual([]);
    expect(of("tested").length).toBeGreaterThan(100);
  });

  it("names files that exist, and tests that the suite runs", () => {
    const files = [...new Set(rows.flatMap(filesIn))];
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const tests = files.filter(isTest);
    expect(tests.filter((path) => !OF_THE_SUITE.test(path))).toEqual([]);
    expect(tests.filter((path) => !/^\s*(it|test)(\.\w+)*(\(|<)/m.test(read(path)))).toEqual([]);
  });
});

describe("docs/security.md", () => {
  it("names tests that the suite runs", () => {
    const named = [...read("docs/security.md").matchAll(/`([^`\s]+\.(?:test|spec)\.tsx?)`/g)].map(
      ([, path]) => path ?? "",
    );
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((path) => !OF_THE_SUITE.test(path) || !existsSync(join(root, path)))).toEqual([]);
  });
});
