import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCommand } from "@/lib/testing/run-command";
import { runGatebook } from "./gatebook";

const run = (...args: string[]) => runCommand((io) => runGatebook(["config", ...args], io));

const WHOLE = `accounts:
  - id: "111122223333"
    regions: [eu-west-1]
  - id: "444455556666"
    role: arn:aws:iam::444455556666:role/gatebook
    externalId: gatebook-7f3a9c
    regions: [us-east-2]
clusters:
  - { name: prod, region: eu-west-1, account: "111122223333" }
  - { name: prod, region: us-east-1, account: "444455556666", as: prod-us }
`;

describe("gatebook config", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "gatebook-config-"));
    file = join(folder, "gatebook.yaml");
    writeFileSync(file, WHOLE);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("tells the trails, and asks for what their reading needs", async () => {
    const trails =
      "[{ from: s3://example-trail, region: eu-west-1 }, { from: example-logs, region: eu-west-1 }]";
    writeFileSync(file, `accounts: [{ id: "111122223333", regions: [eu-west-1], trails: ${trails} }]`);
    expect((await run("check", file)).stdout.split("\n").slice(2, 5)).toEqual([
      "    eu-west-1: all clusters",
      "    trail s3://example-trail in eu-west-1",
      "    trail example-logs in eu-west-1",
    ]);
    const policy = (await run("policy", file)).stdout;
    expect(policy).toContain('"arn:aws:s3:::example-trail/AWSLogs/*"');
    expect(policy).toContain('"arn:aws:logs:eu-west-1:111122223333:log-group:example-logs:*"');
  });

  it("tells what would be read", async () => {
    const { code, stdout } = await run("check", file);
    expect(code).toBe(0);
    expect(stdout.split("\n").slice(1)).toEqual([
      "  account 111122223333, with the default credentials",
      "    eu-west-1: prod",
      "  account 444455556666, with the default credentials, as arn:aws:iam::444455556666:role/gatebook and an external id",
      "    us-east-2: all clusters",
      "    us-east-1: prod (shown as prod-us)",
      "",
    ]);
  });

  it("names each mistake with file and place, and fails", async () => {
    writeFileSync(file, "clusters:\n  - name: prod\n    reigon: eu-west-1\n");
    expect(await run("check", file)).toEqual({
      code: 1,
      stdout: `${file}:2:5: clusters[0] has no region. Add region: eu-west-1\n${file}:3:5: There is no key "reigon" in clusters[0]. Did you mean region?\n`,
      stderr: "",
    });
    expect(await run("policy", file)).toMatchObject({ code: 1, stdout: "" });
    expect((await run("check", join(folder, "none.yaml"))).stdout).toContain("There is no such file.");
  });

  it("limits the policies to what is configured, and asks for the external id", async () => {
    const { code, stdout, stderr } = await run("policy", file);
    expect([code, stderr]).toEqual([0, ""]);
    const [own, other] = JSON.parse(stdout);
    const resourcesOf = ({ policy }: typeof own, sid: string) =>
      policy.Statement.find(({ Sid }: { Sid: string }) => Sid === sid);
    expect(own.attachTo).toBe("the identity Gatebook runs as, in 111122223333");
    expect(resourcesOf(own, "AuthenticatorLogs").Resource).toEqual([
      "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/eks/prod/cluster",
      "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/eks/prod/cluster:*",
    ]);
    expect(resourcesOf(own, "ClusterNames")).toBeUndefined();
    expect(resourcesOf(own, "TakeRoles").Resource).toEqual(["arn:aws:iam::444455556666:role/gatebook"]);
    expect(other.attachTo).toBe("role arn:aws:iam::444455556666:role/gatebook");
    expect(resourcesOf(other, "Clusters").Resource).toEqual([
      "arn:aws:eks:us-east-2:444455556666:cluster/*",
      "arn:aws:eks:us-east-1:444455556666:cluster/prod",
    ]);
    expect(resourcesOf(other, "ClusterNames").Condition).toEqual({
      StringEquals: { "aws:RequestedRegion": ["us-east-2"] },
    });
    expect(resourcesOf(other, "StsEvents").Condition).toEqual({
      StringEquals: { "aws:RequestedRegion": ["us-east-2", "us-east-1"] },
    });
    expect(other.trustPolicy.Statement).toEqual([
      {
        Sid: "Gatebook",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::111122223333:root" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "sts:ExternalId": "gatebook-7f3a9c" } },
      },
    ]);
  });

  it("says what it cannot know: the account that takes the roles", async () => {
    writeFileSync(
      file,
      'accounts: [{id: "444455556666", role: arn:aws:iam::444455556666:role/gatebook, regions: [eu-west-1]}]',
    );
    const { stdout, stderr } = await run("policy", file);
    expect(stderr).toContain("Put the account Gatebook runs in for ACCOUNT_OF_GATEBOOK");
    expect(stdout).toContain("arn:aws:iam::ACCOUNT_OF_GATEBOOK:root");
  });

  it("prints a schema in which every key is explained", async () => {
    const schema = JSON.parse((await run("schema")).stdout);
    expect(Object.keys(schema.properties)).toEqual([
      "accounts",
      "clusters",
      "directory",
      "lookbackDays",
      "retentionDays",
      "quotaShare",
      "signIn",
    ]);
    expect(schema.properties.clusters.items).toMatchObject({
      additionalProperties: false,
      required: ["name", "region"],
      properties: { region: { type: "string", pattern: "^[a-z]{2,}(-[a-z]+)+-\\d{1,2}$" } },
    });
    const undescribed: string[] = [];
    const walk = (node: Record<string, never>, path: string) => {
      for (const [key, child] of Object.entries(node.properties ?? {}) as [string, Record<string, never>][]) {
        if (!child.description) undescribed.push(`${path}${key}`);
        walk(child.items ?? child, `${path}${key}.`);
      }
    };
    walk(schema, "");
    expect(undescribed).toEqual([]);
  });

  it("shows its usage for anything else", async () => {
    for (const args of [[], ["lint"], ["check", "a", "b"], ["schema", "x"]])
      expect(await run(...args)).toMatchObject({
        code: 2,
        stdout: "",
        stderr: expect.stringContaining("usage:"),
      });
  });
});
