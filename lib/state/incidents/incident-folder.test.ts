import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Incident } from "@/lib/domain/summarize/incidents/incident";
import type { IncidentChange } from "@/lib/domain/summarize/incidents/incident-change";
import type { IncidentOutcome } from "@/lib/domain/summarize/incidents/incident-view";
import { aFrozenAttempt } from "@/lib/testing/a-frozen-attempt";
import { fillDisk } from "@/lib/testing/fill-disk";
import { mountSmallDisk } from "@/lib/testing/small-disk";
import { IncidentFolder } from "./incident-folder";

const NOW = Date.UTC(2026, 10, 27, 3, 40);
const ALICE = { id: "alice", name: "alice@example.com" };
const NONE = "00000000-0000-4000-8000-000000000000";

describe("incidents in their folder", () => {
  let data: string;
  const place = () => join(data, "incidents");
  const open = (folder = place()) => new IncidentFolder(folder, { now: () => NOW });
  const begin = async (title: string) => answerOf(await open().create(title, ALICE));
  const change = (id: string, what: IncidentChange, seenVersion: number | null = null) =>
    open().change(id, what, { by: ALICE, seenVersion });
  const note = (text: string): IncidentChange => ({ kind: "add-note", text });

  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), "gatebook-incidents-"));
  });
  afterEach(() => rmSync(data, { recursive: true }));

  it("are none before the first, and are there after a new start, for this user alone", async () => {
    expect(await open().list()).toEqual({ outlines: [], problems: [] });
    const { id } = await begin("Prod");
    const frozen = aFrozenAttempt(1);
    await change(id, { kind: "add-attempts", attempts: [frozen] });
    await change(id, note("hm"));
    const incident = answerOf(await open().read(id));
    expect(incident).toMatchObject({ title: "Prod", version: 3, entries: [{ frozen }, { text: "hm" }] });
    expect((await open().list()).outlines[0]).toMatchObject({
      id,
      places: [{ kind: "attempt" }, { kind: "note" }],
    });
    expect(readdirSync(place())).toEqual([`${id}.json`]);
    if (process.platform === "win32") return;
    expect([statSync(place()).mode & 0o777, statSync(join(place(), `${id}.json`)).mode & 0o777]).toEqual([
      0o700, 0o600,
    ]);
  });

  it("are listed anew when they change, and are gone when they are deleted", async () => {
    const folder = open();
    const { id } = answerOf(await folder.create("Prod", ALICE));
    expect((await folder.list()).outlines[0]?.title).toBe("Prod");
    await folder.change(id, { kind: "rename", title: "Dev" }, { by: ALICE, seenVersion: 1 });
    expect((await folder.list()).outlines[0]?.title).toBe("Dev");
    expect(messageOf(await folder.remove(id, 1))).toMatch(/^Somebody has changed this incident meanwhile/);
    expect((await folder.remove(id, 2)).kind).toBe("done");
    expect((await folder.remove(id, 2)).kind).toBe("done");
    expect((await folder.list()).outlines).toEqual([]);
    expect(messageOf(await folder.read(id))).toBe("There is no such incident.");
    expect((await change(id, note("a"))).kind).toBe("not-there");
  });

  it("are not written over by one who has not seen them, and take what all add", async () => {
    const { id } = await begin("Prod");
    const folder = open();
    const seen = { by: ALICE, seenVersion: 1 };
    const all = await Promise.all(
      ["A", "B"].map((title) => folder.change(id, { kind: "rename", title }, seen)),
    );
    expect(all.map(({ kind }) => kind)).toEqual(["done", "refused"]);
    const texts = Array.from({ length: 20 }, (_, n) => `note ${n}`);
    await Promise.all(texts.map((text) => folder.change(id, note(text), { by: ALICE, seenVersion: null })));
    const { entries, version } = answerOf(await folder.read(id));
    expect([entries.map((entry) => entry.kind === "note" && entry.text), version]).toEqual([texts, 22]);
  });

  it.each(["../views", "..%2fviews", "", "__proto__", `${NONE}/../../x`, NONE.toUpperCase(), `${NONE}\n`])(
    "take %j for no incident",
    async (id) => {
      writeFileSync(join(data, "views.json"), "{}");
      for (const outcome of [await open().read(id), await change(id, note("a"))])
        expect(messageOf(outcome)).toBe("There is no such incident.");
      expect((await open().remove(id, 1)).kind).toBe("done");
      expect(readdirSync(data)).toEqual(["views.json"]);
    },
  );

  it.each([
    ["cut short", '{"format":1,"inc', "is damaged"],
    ["empty", "", "is damaged"],
    ["of something else", '{"format":1,"incident":{"id":1}}', "is damaged"],
    ["of a kind to come", '{"format":1,"incident":{"entries":[{"kind":"constructor"}]}}', "is damaged"],
    ["of a newer version", '{"format":2}', "was written by a newer Gatebook"],
  ])("leave a file %s as it is, say so, and do not mind", async (_what, text, said) => {
    const { id } = await begin("Prod");
    const damaged = join(place(), `${NONE}.json`);
    writeFileSync(damaged, text);
    const { outlines, problems } = await open().list();
    expect(outlines.map((one) => one.id)).toEqual([id]);
    expect(problems).toEqual([expect.stringContaining(`incidents/${NONE}.json in the data folder ${said}`)]);
    for (const outcome of [
      await open().read(NONE),
      await change(NONE, note("a")),
      await open().remove(NONE, 1),
    ])
      expect([outcome.kind, messageOf(outcome)]).toEqual(["failed", problems[0]]);
    expect((await change(id, note("a"))).kind).toBe("done");
    expect(readFileSync(damaged, "utf8")).toBe(text);
  });

  it("take a copy under another name, or one with entries that are none, for damaged", async () => {
    const { id } = await begin("Prod");
    const text = readFileSync(join(place(), `${id}.json`), "utf8");
    writeFileSync(join(place(), `${NONE}.json`), text);
    expect((await open().list()).problems).toHaveLength(1);
    for (const entry of ["null", "{}", '{"kind":"note"}', '{"kind":"__proto__"}', '{"kind":"toString"}']) {
      writeFileSync(join(place(), `${id}.json`), text.replace('"entries": []', `"entries": [${entry}]`));
      expect((await open().read(id)).kind).toBe("failed");
    }
  });

  it("are read with a byte order mark, and do not mind what a killed process began to write", async () => {
    const { id } = await begin("Prod");
    const path = join(place(), `${id}.json`);
    writeFileSync(path, `\uFEFF${readFileSync(path, "utf8")}`);
    writeFileSync(`${path}.next`, '{"for');
    writeFileSync(join(place(), "readme.txt"), "");
    const { outlines, problems } = await open().list();
    expect([outlines.length, problems]).toEqual([1, []]);
  });

  it("say what is in their place", async () => {
    writeFileSync(place(), "");
    expect((await open().list()).problems).toEqual(["The incidents cannot be read (ENOTDIR)."]);
    expect(messageOf(await open().create("Prod", ALICE))).toBe("The incidents cannot be changed (ENOTDIR).");
    rmSync(place());
    mkdirSync(join(place(), `${NONE}.json`), { recursive: true });
    expect((await open().list()).problems).toEqual([
      `incidents/${NONE}.json in the data folder cannot be read (EISDIR).`,
    ]);
  });

  it("grow no larger than they can be read", async () => {
    const { id } = await begin("Prod");
    const [record] = aFrozenAttempt(1).records;
    const frozen = { ...aFrozenAttempt(1), records: [{ ...record, text: "x".repeat(33 * 1024 ** 2) }] };
    const large = await change(id, { kind: "add-attempts", attempts: [frozen as never] });
    expect(messageOf(large)).toMatch(/^The incident would be too large/);
    expect(answerOf(await open().read(id)).entries).toEqual([]);
  });

  // A real disk, small and full: run as root on Linux.
  it("stand as they were on a full disk, and on one that cannot be written", async ({ skip }) => {
    const disk = mountSmallDisk(1);
    if (disk === null) return skip("a small disk can only be mounted by root on Linux");
    try {
      const folder = open(join(disk.folder, "incidents"));
      const { id } = answerOf(await folder.create("Prod", ALICE));
      const before = await folder.read(id);
      const doing = { by: ALICE, seenVersion: null };
      fillDisk(join(disk.folder, "ballast"));
      expect(messageOf(await folder.change(id, note("b".repeat(4_000)), doing))).toMatch(
        /^The disk of the data folder is full/,
      );
      rmSync(join(disk.folder, "ballast"));
      disk.setReadOnly();
      expect(messageOf(await folder.change(id, note("a"), doing))).toBe(
        "The data folder cannot be written (EROFS): nothing was changed.",
      );
      expect(await folder.read(id)).toEqual(before);
    } finally {
      disk.remove();
    }
  });
});

function answerOf(outcome: IncidentOutcome<Incident>): Incident {
  if (outcome.kind !== "done") throw new Error(outcome.message);
  return outcome.answer;
}

function messageOf(outcome: IncidentOutcome<unknown>): string | null {
  return outcome.kind === "done" ? null : outcome.message;
}
