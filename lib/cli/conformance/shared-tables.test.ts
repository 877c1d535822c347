import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runTable } from "./run-table";

/** Beside the checkout, where there is one: the tables are not ours to keep here. */
const FOLDER = fileURLToPath(new URL("../../../../shared/conformance", import.meta.url));
const isThere = existsSync(FOLDER);
const names = isThere ? readdirSync(FOLDER).filter((name) => name.endsWith(".json")) : [];

const runFile = (name: string) => runTable(name, JSON.parse(readFileSync(join(FOLDER, name), "utf8")));

describe("the tables of the authenticator's own behaviour", () => {
  it.each(names)("hold, as far as there is code for them: %s", (name) => {
    expect(runFile(name).failures).toEqual([]);
  });

  it("have rows for aws-auth, and none is passed over", ({ skip }) => {
    if (!isThere) skip(`no tables at ${FOLDER}`);
    const { passed, failed, skipped } = runFile("configmap-parse.json");
    expect(passed).toBeGreaterThan(0);
    expect({ failed, skipped }).toEqual({ failed: 0, skipped: 0 });
  });
});
