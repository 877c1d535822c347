import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readJsonLines, runCommand } from "@/lib/testing/run-command";
import { run } from "../commands/lint";

const folder = mkdtempSync(join(tmpdir(), "gatebook-lint-"));
afterAll(() => rmSync(folder, { recursive: true }));

const BROKEN = `apiVersion: v1
kind: ConfigMap
metadata: {name: aws-auth, namespace: kube-system}
data:
  mapRoles: |
    - rolearn: arn:aws:iam::111122223333:role/Node
      username: system:node:{{EC2PrivateDNSName}}
      groups: [system:bootstrappers, system:nodes]
    - rolearn: arn:aws:iam::111122223333:role/team/Dev
      username: dev:{{SessionName}}
      groups: system:masters
    - username: nobody
  mapusers: |
    - userarn: x
`;
const WARNED = `data:
  mapRoles: |
    - rolearn: arn:aws:iam::111122223333:role/Dev
      username: dev
      groups: [devs]
`;
const lint = (args: readonly string[], input = "") => runCommand((io) => run(args, io), input);
const write = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe("gatebook lint", () => {
  it("names every mistake with its line, and fails", async () => {
    const file = write("aws-auth.yaml", BROKEN);
    const { code, stdout } = await lint([file]);
    expect(code).toBe(1);
    expect(stdout.split("\n").map((line) => line.replace(file, "F").split("]")[0])).toEqual([
      "F:9:7: error [role-path",
      "F:9:7: note [no-groups",
      "F:11:15: error [field-emptied",
      "F:12:7: error [entry-dropped",
      "F:13:13: error [misspelt-key",
      "",
    ]);
    expect(stdout).toContain("Write arn:aws:iam::111122223333:role/Dev.\n");
  });

  it("passes with warnings alone, and says them", async () => {
    const { code, stdout } = await lint(["-"], WARNED);
    expect(code).toBe(0);
    expect(stdout).toContain("-:3:7: warning [static-username]");
    expect(stdout).toContain("-: warning [no-node-entry]");
  });

  it("says nothing where all is well", async () => {
    const good = WARNED.replace("username: dev", 'username: "dev:{{SessionName}}"').replace(
      "[devs]",
      "[system:nodes]",
    );
    expect(await lint(["-"], good)).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("prints the same as lines of JSON", async () => {
    const { stdout } = await lint(["--json", "-"], BROKEN);
    expect(readJsonLines(stdout)[0]).toEqual({
      file: "-",
      line: 9,
      column: 7,
      severity: "error",
      code: "role-path",
      message: expect.stringContaining("has the path /team/"),
      why: expect.stringContaining("never matches"),
      fix: "Write arn:aws:iam::111122223333:role/Dev",
    });
  });

  it("prints SARIF for code scanning: each result with its place and a rule that is described", async () => {
    const { code, stdout } = await lint(["--sarif", write("a b.yaml", BROKEN)]);
    const { version, runs } = JSON.parse(stdout);
    expect([code, version]).toEqual([1, "2.1.0"]);
    const [{ tool, results }] = runs;
    expect(results).toHaveLength(5);
    expect(results[0]).toMatchObject({
      ruleId: "role-path",
      level: "error",
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: expect.stringContaining("a%20b.yaml") },
            region: { startLine: 9, startColumn: 7 },
          },
        },
      ],
    });
    const ids = tool.driver.rules.map(({ id }: { id: string }) => id);
    for (const { ruleId } of results) expect(ids).toContain(ruleId);
  });

  it("refuses what it cannot read, and what it does not know", async () => {
    for (const args of [[], ["--json", "--sarif", "x"], ["--nope"], [join(folder, "absent.yaml")]]) {
      const { code, stdout, stderr } = await lint(args);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).not.toBe("");
    }
  });

  it("cannot be made to steer a terminal", async () => {
    const hostile = 'data:\n  mapRoles: |\n    - rolearn: "\\e[2J\\u202e"\n';
    for (const args of [["-"], ["--json", "-"], ["--sarif", "-"]])
      expect((await lint(args, hostile)).stdout).toMatch(/^[ -~\n…]*$/);
  });
});
