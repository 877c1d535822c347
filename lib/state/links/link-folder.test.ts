import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LinkFolder } from "./link-folder";

describe("the folder of short links", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "gatebook-links-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("keeps an address once, through a restart", async () => {
    const links = new LinkFolder(folder);
    const id = await links.keep("/attempts?v=1");
    expect([await links.keep("/attempts?v=1"), await new LinkFolder(folder).read(id)]).toEqual([
      id,
      "/attempts?v=1",
    ]);
    expect(await readdir(folder)).toEqual([`${id}.json`]);
  });

  it("keeps an address that many keep at once", async () => {
    const links = new LinkFolder(folder);
    const ids = await Promise.all(Array.from({ length: 20 }, () => links.keep("/attempts?v=1")));
    expect(new Set(ids).size).toBe(1);
    expect(await links.read(ids[0] ?? "")).toBe("/attempts?v=1");
  });

  it("has none whose file was changed, until it is kept again", async () => {
    const links = new LinkFolder(folder);
    const id = await links.keep("/attempts");
    await writeFile(join(folder, `${id}.json`), '{"view":"/clusters"}');
    expect(await links.read(id)).toBeNull();
    await links.keep("/attempts");
    expect(await links.read(id)).toBe("/attempts");
  });

  it.each([":id", "%3Aid", "", "..", "../views", "0".repeat(16), "A".repeat(16)])(
    "has no link %j",
    async (id) => {
      expect(await new LinkFolder(folder).read(id)).toBeNull();
    },
  );
});
