import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfigMap } from "@/lib/domain/parse/aws-auth/read-config-map";
import { gzipBombs, yamlBombs } from "@/lib/testing/hostile/hostile-bombs";
import { loadText } from "./load-text";

const MIB = 1_048_576;
const MOST_BYTES = 64 * MIB;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gatebook-bombs-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The memory it took. */
function grown(act: () => void): number {
  const before = process.memoryUsage.rss();
  act();
  return process.memoryUsage.rss() - before;
}

/** Proof P5/6 of docs/development.md. */
describe("thirty files that grow", () => {
  it.each(gzipBombs())("gzip, $name: is left out", ({ name, bytes }) => {
    const path = join(folder, `${name}.gz`);
    writeFileSync(path, bytes);
    const bytesTaken = grown(() => {
      const loaded = loadText(path);
      expect(loaded).toEqual({ problem: expect.stringMatching(/unpacks to far more|is no text/) });
    });
    expect(bytesTaken).toBeLessThan(MOST_BYTES);
  });

  it.each(yamlBombs())("YAML, $name: is a problem", ({ bytes }) => {
    const bytesTaken = grown(() => {
      const { problems } = readConfigMap(Buffer.from(bytes).toString());
      expect(problems.length).toBeGreaterThan(0);
    });
    expect(bytesTaken).toBeLessThan(MOST_BYTES);
  });
});
