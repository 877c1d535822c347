import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfigMap } from "@/lib/domain/parse/aws-auth/read-config-map";
import { gzipBombs, yamlBombs } from "@/lib/testing/hostile/hostile-bombs";
import { loadText } from "./load-text";

const MIB = 1_048_576;
/** Of the process's own work, not of a clock's time; most take a hundredth of it. */
const MOST_MS = 1_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gatebook-bombs-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What it took, in milliseconds of this process's own work and bytes of memory. */
function measure(act: () => void): { readonly ms: number; readonly bytes: number } {
  const [cpu, before] = [process.cpuUsage(), process.memoryUsage.rss()];
  act();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: (user + system) / 1_000, bytes: process.memoryUsage.rss() - before };
}

/** Proof P5/6 of docs/development.md. */
describe("thirty files that grow", () => {
  it.each(gzipBombs())("gzip, $name: is left out", ({ name, bytes }) => {
    const path = join(folder, `${name}.gz`);
    writeFileSync(path, bytes);
    const spent = measure(() => {
      const loaded = loadText(path);
      expect(loaded).toEqual({ problem: expect.stringMatching(/unpacks to far more|is no text/) });
    });
    expect(spent.ms).toBeLessThan(MOST_MS);
    expect(spent.bytes).toBeLessThan(64 * MIB);
  });

  it.each(yamlBombs())("YAML, $name: is a problem", ({ bytes }) => {
    const spent = measure(() => {
      const { problems } = readConfigMap(Buffer.from(bytes).toString());
      expect(problems.length).toBeGreaterThan(0);
    });
    expect(spent.ms).toBeLessThan(MOST_MS);
    expect(spent.bytes).toBeLessThan(64 * MIB);
  });
});
