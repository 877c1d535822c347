import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Evidence } from "@/lib/domain/summarize/evidence/evidence";
import type { Share } from "./share";
import { ShareFolder } from "./share-folder";
import { newShareId } from "./share-id";

const EVIDENCE: Evidence = {
  format: 1,
  kind: "attempt",
  title: "t",
  note: "",
  madeMs: 1,
  sharedBy: "b",
  level: "R1",
  view: null,
  content: { a: 1 },
  records: [],
  sha256: "",
};

function aShare(createdMs: number): Share {
  const owner = { ownerId: "i|a", ownerName: "a", view: "/attempts/x", clusters: ["prod"], key: "k" };
  return { id: newShareId(), ...owner, createdMs, link: null, evidence: EVIDENCE };
}

describe("the folder of shares", () => {
  let folder: string;
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), "gatebook-shares-")), "shares");
  });
  afterEach(() => rm(join(folder, ".."), { recursive: true }));

  it("keeps shares through a restart, newest first, and lists nothing of what was shared", async () => {
    const [old, young] = [aShare(1), aShare(2)];
    const shares = new ShareFolder(folder);
    expect(await shares.list()).toEqual({ heads: [], problems: [] });
    await Promise.all([shares.add(old), shares.add(young)]);
    const again = new ShareFolder(folder);
    const { heads } = await again.list();
    expect(heads.map(({ id }) => id)).toEqual([young.id, old.id]);
    expect(Object.keys(heads[0] ?? {})).not.toContain("evidence");
    expect(await again.read(old.id)).toEqual(old);
  });

  it("sets a link and takes it away, and forgets what was removed", async () => {
    const share = aShare(1);
    const shares = new ShareFolder(folder);
    await shares.add(share);
    const link = { secretSha256: "ab", expiresMs: 5 };
    expect(await shares.setLink(share.id, link)).toMatchObject({ link });
    expect(await new ShareFolder(folder).head(share.id)).toMatchObject({ link });
    expect(await shares.setLink(share.id, null)).toMatchObject({ link: null });
    await shares.remove(share.id);
    expect([await shares.read(share.id), await shares.setLink(share.id, link)]).toEqual([null, null]);
    expect(await readdir(folder)).toEqual([]);
  });

  it("names damaged files, leaves them, and shows the others", async () => {
    const share = aShare(1);
    await new ShareFolder(folder).add(share);
    const { records: _records, ...evidence } = EVIDENCE;
    const damaged = [newShareId(), newShareId(), newShareId(), newShareId()];
    const texts = [
      "{",
      JSON.stringify({ format: 2, share }),
      JSON.stringify({ format: 1, share }),
      JSON.stringify({ format: 1, share: { ...share, id: damaged[3], evidence } }),
    ];
    for (const [i, id] of damaged.entries()) await writeFile(join(folder, `${id}.json`), texts[i] ?? "");
    await writeFile(join(folder, "notes.txt"), "mine");
    const { heads, problems } = await new ShareFolder(folder).list();
    expect(heads.map(({ id }) => id)).toEqual([share.id]);
    expect(problems).toHaveLength(4);
    expect(problems.filter((text) => text.includes("by a newer Gatebook"))).toEqual([
      expect.stringContaining(`shares/${damaged[1]}.json`),
    ]);
    expect(await readdir(folder)).toHaveLength(6);
  });

  it.each([":id", "%3Aid", "", "..", "../views", "a", "A".repeat(32), `${"a".repeat(32)}.json`, "__proto__"])(
    "has no share %j",
    async (id) => {
      const shares = new ShareFolder(folder);
      await shares.add(aShare(1));
      expect([await shares.read(id), await shares.head(id), await shares.setLink(id, null)]).toEqual([
        null,
        null,
        null,
      ]);
      await shares.remove(id);
      expect((await shares.list()).heads).toHaveLength(1);
    },
  );
});
