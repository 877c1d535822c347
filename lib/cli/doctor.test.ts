import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { examineClock } from "@/lib/server/doctor/examine-clock";
import { examineNode } from "@/lib/server/doctor/examine-machine";
import { openSurgery, type Surgery, unwell } from "@/lib/testing/open-surgery";

const EU = ["--region", "eu-west-1"];

describe("gatebook doctor", () => {
  let surgery: Surgery;
  beforeEach(() => {
    surgery = openSurgery();
  });
  afterEach(() => surgery.close());

  it("finds all well where all is well, having really asked", async () => {
    await surgery.open();
    const { code, found } = await surgery.findings("--cluster", "prod", ...EU);
    expect(unwell(found)).toEqual([]);
    expect(code).toBe(0);
    expect(new Set(found.map(({ check }) => check))).toEqual(
      new Set([
        ...["node", "data-folder", "disk", "clock", "credentials", "permission", "log-type", "log-class"],
        "kubernetes",
      ]),
    );
    expect(found.find(({ check }) => check === "credentials")).toMatchObject({
      subject: "111122223333",
      message: "they are of arn:aws:iam::111122223333:user/gatebook",
    });
    const asked = surgery.requests().map(({ action }) => action);
    for (const { permission } of found.filter(({ check }) => check === "permission"))
      expect(asked).toContain(permission?.split(":")[1]);
  });

  it("names each permission that is missing, with the statement to add", async () => {
    await surgery.open({ denied: ["logs:FilterLogEvents /aws/eks/prod/", "cloudtrail:LookupEvents"] });
    const { code, found } = await surgery.findings(...EU);
    expect(code).toBe(1);
    expect(unwell(found).map(({ permission, subject }) => [permission, subject])).toEqual([
      ["logs:FilterLogEvents", "111122223333 eu-west-1 prod"],
      ["cloudtrail:LookupEvents", "111122223333 eu-west-1"],
      ["cloudtrail:LookupEvents", "111122223333 us-east-1"],
    ]);
    expect(unwell(found)[0]?.missing).toMatchObject({
      attachTo: "the identity Gatebook runs as",
      statement: { Effect: "Allow", Action: "logs:FilterLogEvents" },
    });
    const { stdout } = await surgery.run(...EU);
    expect(stdout).toContain("✗ logs:FilterLogEvents     111122223333 eu-west-1 prod:");
    expect(stdout).toContain("✓ logs:FilterLogEvents     111122223333 eu-west-1 staging: allowed");
    expect(stdout.match(/"Action": "cloudtrail:LookupEvents"/g)).toHaveLength(1);
    expect(stdout).toMatch(/\n3 of \d+ checks failed\.\n$/);
  });

  it("tries to ask Identity Center who somebody is; where that is not allowed it says so, and that all is well without", async () => {
    await surgery.open();
    const tried = ({ found }: Awaited<ReturnType<Surgery["findings"]>>) =>
      found.filter(({ permission }) => permission === "identitystore:DescribeUser");
    expect(tried(await surgery.findings(...EU))).toMatchObject([
      { subject: "111122223333 eu-west-1 d-99670a1b2c", ok: true, message: "allowed", missing: null },
    ]);
    await surgery.open({ denied: ["identitystore:DescribeUser"] });
    const refused = await surgery.findings(...EU);
    expect(refused.code).toBe(0);
    expect(tried(refused)).toMatchObject([
      {
        ok: true,
        message: expect.stringContaining("not allowed, and not needed"),
        missing: { statement: { Action: "identitystore:DescribeUser" } },
      },
    ]);
    const { stdout } = await surgery.run(...EU);
    expect(stdout).toContain('"Action": "identitystore:DescribeUser"');
    expect(stdout).toMatch(/\nAll is well\.\n$/);
  });

  it("tries to read what maps callers; what is refused is said with what to do, and that all is well without", async () => {
    await surgery.open({
      denied: ["eks:DescribeAccessEntry"],
      privateEndpoints: ["staging"],
      noKubernetesRights: ["prod"],
    });
    const { code, found } = await surgery.findings(...EU);
    expect(code).toBe(0);
    const of = (cluster: string, wanted: string) =>
      found
        .filter(
          ({ check, permission, subject }) =>
            subject.endsWith(` ${cluster}`) && wanted === (permission ?? check),
        )
        .map(({ message }) => message);
    expect(of("prod", "eks:ListAccessEntries")).toEqual(["allowed"]);
    expect(of("prod", "eks:DescribeAccessEntry")).toEqual([
      expect.stringContaining("not allowed, and not needed"),
    ]);
    expect(of("prod", "eks:ListAssociatedAccessPolicies")).toEqual(["allowed"]);
    expect(of("prod", "kubernetes")).toEqual([
      expect.stringContaining("kubectl get configmap aws-auth -n kube-system -o yaml"),
      expect.stringContaining("not needed"),
    ]);
    // Its mode reads no aws-auth.
    expect(of("staging", "kubernetes")).toEqual([expect.stringContaining("not needed")]);
    expect(of("devCluster", "kubernetes")).toEqual(["aws-auth can be read", "RBAC can be read"]);
    expect(of("devCluster", "eks:ListAccessEntries")).toEqual([]);
  });

  it("tries that as well where others use up the quota", async () => {
    await surgery.open();
    const crowd = await Promise.all([1, 2, 3].map(() => surgery.findings(...EU)));
    for (const { found } of crowd)
      expect(found.some(({ permission }) => permission === "identitystore:DescribeUser")).toBe(true);
  });

  it("says which log is off, and of which class a group is", async () => {
    await surgery.open({ logTypeOff: ["staging"], infrequentAccess: ["prod"] });
    const { found } = await surgery.findings(...EU);
    expect(found.find(({ check, ok }) => check === "log-type" && !ok)).toMatchObject({
      subject: "111122223333 eu-west-1 staging",
      remedy: expect.stringContaining("aws eks update-cluster-config --region eu-west-1 --name staging"),
    });
    expect(found.filter(({ check }) => check === "log-class").map(({ message }) => message)).toContain(
      "log group of class INFREQUENT_ACCESS, kept for 14 days",
    );
  });

  it("goes through a config, role by role, and stops at none", async () => {
    await surgery.open();
    const config = join(surgery.folder, "gatebook.yaml");
    const other = (externalId: string) => `
  - id: "444455556666"
    role: arn:aws:iam::444455556666:role/gatebook
    externalId: ${externalId}
    regions: [eu-west-1]`;
    const accounts = `accounts:
  - id: "111122223333"
    regions: [eu-west-1]`;
    writeFileSync(config, `${accounts}${other("guessed")}\n`);
    const refused = await surgery.findings("--config", config);
    expect(unwell(refused.found)).toMatchObject([
      { check: "role", subject: "arn:aws:iam::444455556666:role/gatebook", permission: "sts:AssumeRole" },
    ]);
    expect(
      refused.found.filter(({ ok, subject }) => ok && subject.startsWith("111122223333")).length,
    ).toBeGreaterThan(5);
    writeFileSync(config, `${accounts}${other("gatebook-7f3a9c")}\n`);
    const { found } = await surgery.findings("--config", config);
    expect(unwell(found)).toEqual([]);
    expect(found.some(({ check, subject }) => check === "credentials" && subject === "444455556666")).toBe(
      true,
    );
    writeFileSync(config, "clusters: 1\n");
    expect(await surgery.run("--config", config)).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining(config),
    });
  });

  it("says whose the credentials are not, and that there are none", async () => {
    await surgery.open();
    process.env.AWS_ACCESS_KEY_ID = "AKIAEXAMPLENOBODY";
    const { code, found } = await surgery.findings(...EU);
    expect(code).toBe(1);
    expect(unwell(found)).toMatchObject([
      { check: "credentials", message: expect.stringContaining("credentials") },
    ]);
    delete process.env.AWS_REGION;
    expect(unwell((await surgery.findings()).found)).toMatchObject([
      { check: "region", remedy: expect.any(String) },
    ]);
  });

  it("looks at this machine too", () => {
    expect(examineNode("20.9.0").ok).toBe(true);
    expect(examineNode("20.8.1").ok).toBe(false);
    expect(examineNode("18.20.0").ok).toBe(false);
    expect(examineClock(null)).toEqual([]);
    expect(examineClock(-299_000)).toMatchObject([
      { ok: true, message: expect.stringContaining("299 s behind") },
    ]);
    expect(examineClock(301_000)).toMatchObject([
      { ok: false, message: expect.stringContaining("301 s ahead") },
    ]);
  });

  it("shows its usage for options that do not go together", async () => {
    for (const args of [
      ["--config", "x", ...EU],
      ["--clutser", "prod"],
    ])
      expect(await surgery.run(...args)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining("usage:"),
      });
  });
});
