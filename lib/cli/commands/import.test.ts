import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { openDataFolder } from "@/lib/server/open-data-folder";
import { runCommand } from "@/lib/testing/run-command";
import { runGatebook } from "../gatebook";

const AWS_AUTH = `apiVersion: v1
kind: ConfigMap
metadata:
  name: aws-auth
  namespace: kube-system
data:
  mapRoles: |
    - rolearn: arn:aws:iam::111122223333:role/team/Dev
      username: dev
      groups: [developers]
`;
const ENTRY = {
  clusterName: "prod",
  principalArn: "arn:aws:iam::111122223333:role/Ops",
  kubernetesGroups: ["ops"],
  username: "arn:aws:sts::111122223333:assumed-role/Ops/{{SessionName}}",
  type: "STANDARD",
};

describe("gatebook import", () => {
  let folder: string;
  let data: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "gatebook-import-"));
    data = join(folder, "data");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = (path: string, input = "") =>
    runCommand((io) => runGatebook(["import", path, "--data", data, "--cluster", "prod"], io), input);
  const report = async () => {
    const opened = await openDataFolder(data, false);
    if (opened === null) throw new Error("the folder cannot be opened");
    try {
      return await opened.engine.reportConfiguration(LOCAL_VIEWER, { cluster: "prod" });
    } finally {
      await opened.close();
    }
  };

  it("takes what kubectl prints of aws-auth from standard input, and what AWS prints of an access entry from a file", async () => {
    const pasted = await run("-", AWS_AUTH);
    expect(pasted).toMatchObject({ code: 0, stderr: "" });
    expect(pasted.stdout).toContain("standard-input: 1 part of a configuration added");
    const file = join(folder, "entry.json");
    writeFileSync(file, JSON.stringify({ accessEntry: ENTRY }));
    expect((await run(file)).stdout).toContain("1 part of a configuration added");
    const found = await report();
    expect(found?.mappings.map(({ entry }) => entry.username)).toEqual(
      expect.arrayContaining(["dev", ENTRY.username]),
    );
    expect(found?.findings.map(({ code }) => code)).toContain("role-path");
  });

  it("says of any other text on standard input that it is none of these, and keeps nothing", async () => {
    const { code, stdout } = await run("-", "dear diary");
    expect([code, stdout]).toEqual([1, expect.stringContaining("standard-input")]);
    expect(await report()).toBeNull();
  });
});
