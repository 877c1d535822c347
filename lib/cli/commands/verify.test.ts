import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freezeEvidence } from "@/lib/share/freeze-evidence";
import { printEvidenceFile } from "@/lib/share/print-evidence-file";
import { runGatebook } from "../gatebook";

const PAGE = printEvidenceFile(
  freezeEvidence(
    {
      ...{ kind: "attempt", title: "somebody granted at prod", content: { cluster: "prod" } },
      records: [{ recordId: "r1", kind: "line", text: "level=info", note: null }],
    },
    { level: "R1", key: "k", madeMs: 1_764_000_000_000, sharedBy: "a", note: "", view: null },
  ),
);

describe("gatebook verify", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "gatebook-verify-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function verify(text: string) {
    const file = join(folder, "evidence.html");
    await writeFile(file, text);
    return await call(file);
  }

  async function call(...files: string[]) {
    const said: string[] = [];
    const sink = { write: (text: string) => said.push(text) > 0 };
    const stdin = (async function* () {})();
    const code = await runGatebook(["verify", ...files], { stdin, stdout: sink, stderr: sink });
    return { code, out: said.join("") };
  }

  it("says what holds", async () => {
    expect(await verify(PAGE)).toEqual({ code: 0, out: "holds: form, document, record r1, page\n" });
  });

  it("names what does not", async () => {
    const { code, out } = await verify(PAGE.replaceAll("level=info", "level=warn"));
    expect(code).toBe(1);
    expect(out).toContain("does not hold: document:");
    expect(out).toContain("does not hold: record r1:");
    expect(out).not.toContain("page");
  });

  it("says what it cannot read, and how it is called", async () => {
    expect(await call(join(folder, "none"))).toMatchObject({ code: 2 });
    expect(await call()).toEqual({ code: 2, out: "usage: gatebook verify FILE\n" });
    expect((await verify("<p>other</p>")).code).toBe(1);
  });
});
