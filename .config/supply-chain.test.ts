import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findLicenceTrouble } from "./find-licence-trouble.mjs";
import { packagesAtRunTime } from "./packages-at-run-time.mjs";

const root = join(import.meta.dirname, "..");
const read = (path: string) => JSON.parse(readFileSync(join(root, path), "utf8"));
const run = (script: string, ...words: string[]) =>
  spawnSync(process.execPath, [join(root, ".config", script), ...words], { encoding: "utf8" });

describe("the licences of what Gatebook runs with", () => {
  it("are on the list", () => {
    const { status, stdout, stderr } = run("licences.mjs");
    expect([status, stderr, stdout]).toEqual([0, "", "All licences are on the list.\n"]);
  });

  it.each([
    ["a copyleft one", { license: "GPL-3.0-only" }],
    ["one of two that must both hold", { license: "(MIT AND AGPL-3.0-only)" }],
    ["a text of its own", { license: "SEE LICENSE IN LICENSE" }],
    ["the exception of another package", { license: "CC-BY-4.0" }],
  ])("would be told apart from %s", (_what, entry) => {
    const packages = { "": {}, "node_modules/a/node_modules/@b/c": entry };
    expect(findLicenceTrouble({ packages })).toEqual([
      `@b/c is licensed as ${entry.license}, which is not on the list.`,
    ]);
  });

  it("are looked for where none is told, and named where there is none", () => {
    const parent = { license: "GPL-2.0-only", optionalDependencies: { "a-darwin": "1.0.0" } };
    const packages = { "node_modules/a": parent, "node_modules/a-darwin": {}, "node_modules/b": {} };
    expect(findLicenceTrouble({ packages })).toHaveLength(3);
    expect(findLicenceTrouble({ packages }).at(-1)).toBe("b tells no licence.");
  });

  it("are taken where one of two may be chosen, and not asked of what only builds and tests", () => {
    const packages = {
      "node_modules/a": { license: "(GPL-2.0-only OR MIT)" },
      "node_modules/b": { license: "GPL-2.0-only", dev: true },
    };
    expect(findLicenceTrouble({ packages })).toEqual([]);
  });
});

describe("the bill of materials", () => {
  const folder = mkdtempSync(join(tmpdir(), "gatebook-sbom-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("names every dependency that Gatebook runs with by its locked version, and none that only tests", () => {
    const file = join(folder, "gatebook.cdx.json");
    const { status, stderr } = run("sbom.mjs", "--out", file);
    expect([status, stderr]).toEqual([0, ""]);
    const bill = JSON.parse(readFileSync(file, "utf8"));
    expect(bill).toMatchObject({
      bomFormat: "CycloneDX",
      metadata: { component: { name: "gatebook", purl: "pkg:npm/gatebook@0.1.0" } },
    });
    const named = new Set(bill.components.map(({ name, version }: Named) => `${name}@${version}`));
    const { dependencies, devDependencies } = read("package.json");
    for (const [name, version] of Object.entries(dependencies)) expect(named).toContain(`${name}@${version}`);
    for (const name of ["vitest", "knip", "oidc-provider"])
      expect(named).not.toContain(`${name}@${devDependencies[name]}`);
  });
});

interface Named {
  readonly name: string;
  readonly version: string;
}

describe("package.json", () => {
  it("pins each dependency to one version, and lets none run a script when it is installed", () => {
    const { dependencies, devDependencies, allowScripts } = read("package.json");
    const versions = Object.values<string>({ ...dependencies, ...devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
    expect(Object.values(allowScripts)).not.toContain(true);
    expect(Object.keys(dependencies).length).toBeLessThanOrEqual(25);
  });

  it("is locked with the hash of each package that it runs with, but those of other platforms", () => {
    const without = packagesAtRunTime(read("package-lock.json")).filter(({ entry }) => !entry.integrity);
    expect(without.filter(({ entry }) => !entry.os).map(({ name }) => name)).toEqual([]);
  });
});
