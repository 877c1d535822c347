import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { missingPlatformPackages } from "./missing-platform-packages.mjs";

const lock = JSON.parse(readFileSync(join(import.meta.dirname, "../package-lock.json"), "utf8"));

describe("package-lock.json", () => {
  it("holds the packages of every platform, or npm ci fails for some", () => {
    expect(missingPlatformPackages(lock)).toEqual([]);
  });

  it("would be told apart from one that lacks them", () => {
    const packages = { "node_modules/a": { optionalDependencies: { "a-darwin-arm64": "1.0.0" } } };
    expect(missingPlatformPackages({ packages })).toEqual([
      { name: "a-darwin-arm64", version: "1.0.0", constraints: { os: ["darwin"], cpu: ["arm64"] } },
    ]);
  });

  it("names no registry", () => {
    expect(JSON.stringify(lock)).not.toMatch(/"resolved":/);
  });
});
