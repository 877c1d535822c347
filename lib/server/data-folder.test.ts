import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claimDataFolder, engineAddress } from "./data-folder";

const isPosix = process.platform !== "win32";
const modeOf = (path: string) => statSync(path).mode & 0o777;

describe.runIf(isPosix)("the data folder", () => {
  let place: string;
  let temporary: string | undefined;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), "gatebook-folder-"));
    temporary = process.env.TMPDIR;
  });
  afterEach(() => {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
    rmSync(place, { recursive: true });
  });

  it("is made for this user alone, with all that leads to it", () => {
    const folder = join(place, "a", "b");
    expect(claimDataFolder(folder, "real")).toBeNull();
    expect([modeOf(folder), modeOf(dirname(folder))]).toEqual([0o700, 0o700]);
  });

  it("never mixes the sample with real clusters", () => {
    const folder = join(place, "data");
    claimDataFolder(folder, "sandbox");
    expect(claimDataFolder(folder, "real")).toMatch(/holds sample data: choose another folder/);
  });

  it("has the engine's socket in it", () => {
    expect(engineAddress(place)).toBe(join(place, "engine.sock"));
  });

  it("has it elsewhere where its path is too long, in a folder of this user's own", () => {
    process.env.TMPDIR = place;
    const address = engineAddress(join(place, "x".repeat(120)));
    expect(dirname(dirname(address))).toBe(place);
    expect(modeOf(dirname(address))).toBe(0o700);
  });

  it("trusts no folder there that others may write", () => {
    process.env.TMPDIR = place;
    const planted = join(place, `gatebook-${process.getuid?.()}`);
    mkdirSync(planted);
    chmodSync(planted, 0o777);
    expect(() => engineAddress(join(place, "x".repeat(120)))).toThrow(/others may use/);
  });
});
