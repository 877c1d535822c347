import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runCommand } from "@/lib/testing/run-command";
import { run } from "../commands/what-if";

const folder = mkdtempSync(join(tmpdir(), "gatebook-what-if-"));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const ROLE = "arn:aws:iam::111122223333:role/team/Developer";
const awsAuth = write(
  "aws-auth.yaml",
  `data:
  mapRoles: |
    - rolearn: arn:aws:iam::111122223333:role/Developer
      username: dev:{{SessionName}}
      groups: [devs]
    - rolearn: arn:aws:iam::111122223333:role/ops/Operator
      username: ops
      groups: [system:masters]
`,
);
const entries = write(
  "entries.json",
  JSON.stringify([
    {
      accessEntry: {
        principalArn: ROLE,
        type: "STANDARD",
        username: "entry:{{SessionName}}",
        kubernetesGroups: [],
      },
    },
    {
      principalArn: ROLE,
      associatedAccessPolicies: [
        {
          policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
          accessScope: { type: "namespace", namespaces: ["dev-*"] },
        },
      ],
    },
  ]),
);
const rbac = write(
  "rbac.json",
  JSON.stringify({
    kind: "List",
    items: [
      {
        kind: "ClusterRole",
        metadata: { name: "pod-reader" },
        rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get"] }],
      },
      {
        kind: "ClusterRoleBinding",
        metadata: { name: "devs-read" },
        roleRef: { kind: "ClusterRole", name: "pod-reader" },
        subjects: [{ kind: "Group", name: "devs" }],
      },
    ],
  }),
);
const ask = (...args: string[]) => runCommand((io) => run(args, io));

describe("gatebook what-if", () => {
  it("says as whom an ARN would come in, by which line, and what it could do", async () => {
    const { code, stdout } = await ask(
      ROLE,
      "--session",
      "jane@example.com",
      "--aws-auth",
      awsAuth,
      "--rbac",
      rbac,
    );
    expect(code).toBe(0);
    expect(stdout.split("\n")).toEqual([
      "arn:aws:sts::111122223333:assumed-role/Developer/jane@example.com gets in as dev:jane-example.com",
      "  groups    devs",
      "  by        aws-auth, line 3: arn:aws:iam::111122223333:role/Developer",
      "  may do    ClusterRole pod-reader by ClusterRoleBinding devs-read, in every namespace",
      "",
    ]);
  });

  it("lets an access entry count before aws-auth, and tells its policies", async () => {
    const { stdout } = await ask(
      ROLE,
      "--session",
      "jane",
      "--aws-auth",
      awsAuth,
      "--access-entries",
      entries,
    );
    expect(stdout).toContain("gets in as entry:jane\n");
    expect(stdout).toContain(`by        the access entry: ${ROLE}`);
    expect(stdout).toContain("may do    AmazonEKSViewPolicy, in dev-*");
    const only = await ask(ROLE, "--aws-auth", awsAuth, "--access-entries", entries, "--mode", "CONFIG_MAP");
    expect(only.stdout).toContain("gets in as dev:SESSION\n");
  });

  it("names the entry that was meant where nobody gets in", async () => {
    const { code, stdout } = await ask("arn:aws:iam::111122223333:role/Operator", "--aws-auth", awsAuth);
    expect(code).toBe(1);
    expect(stdout).toContain("is turned away: identity is not mapped\n");
    expect(stdout).toContain(
      "near      aws-auth, line 6: arn:aws:iam::111122223333:role/ops/Operator: has a path",
    );
    const api = await ask(ROLE, "--aws-auth", awsAuth, "--mode", "API");
    expect(api.stdout).toContain("would match, and the cluster's mode does not read it");
  });

  it("prints the same as JSON", async () => {
    const { stdout } = await ask(ROLE, "--session", "jane", "--aws-auth", awsAuth, "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: "granted",
      by: "EKSConfigMap",
      entry: { line: 3, arn: "arn:aws:iam::111122223333:role/Developer" },
      username: "dev:jane",
      groups: ["devs"],
      error: null,
      nearMisses: [],
      reach: null,
    });
  });

  it("says what of the files it could not read, and goes on with the rest", async () => {
    const broken = write(
      "broken.yaml",
      `data:\n  mapRoles: |\n    - rolearn: ${ROLE.replace("team/", "")}\n      username: 7\n`,
    );
    const { code, stdout } = await ask(ROLE, "--aws-auth", broken);
    expect(code).toBe(0);
    expect(stdout).toContain("gets in as (no username)");
    expect(stdout).toContain("problem   ");
    expect(stdout).toContain("line 4: json: cannot unmarshal number");
  });

  it("tells the other way round who could come in as a username or with a group", async () => {
    const byName = await ask("--username", "dev:jane", "--aws-auth", awsAuth);
    expect(byName.code).toBe(0);
    expect(byName.stdout).toBe(
      "Can come in as dev:jane:\n  aws-auth, line 3: arn:aws:iam::111122223333:role/Developer, in a session called jane\n",
    );
    const byGroup = await ask("--group", "devs", "--aws-auth", awsAuth, "--json");
    expect(JSON.parse(byGroup.stdout)).toMatchObject({
      group: "devs",
      entries: [{ by: "EKSConfigMap", line: 3, session: "any" }],
      accounts: [],
    });
    // A role with a path is never found: nobody gets what its line gives.
    const masters = await ask("--group", "system:masters", "--aws-auth", awsAuth);
    expect([masters.code, masters.stdout]).toEqual([
      1,
      "Nobody can come in with the group system:masters, by this configuration\n",
    ]);
  });

  it("refuses what it cannot answer", async () => {
    for (const args of [
      [],
      [ROLE],
      ["no arn", "--aws-auth", awsAuth],
      [ROLE, "--aws-auth", awsAuth, "--mode", "X"],
      [ROLE, "--aws-auth", join(folder, "absent")],
      [ROLE, "--nope"],
      [ROLE, "--group", "x", "--aws-auth", awsAuth],
      ["--group", "x", "--username", "y", "--aws-auth", awsAuth],
    ]) {
      const { code, stdout, stderr } = await ask(...args);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain("gatebook what-if");
    }
  });
});
