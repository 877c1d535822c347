import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Finding } from "@/lib/server/doctor/finding";
import { openSurgery, type Surgery, unwell } from "@/lib/testing/open-surgery";

const EU = ["--region", "eu-west-1"];
const ENTRIES = ["eks:ListAccessEntries", "eks:DescribeAccessEntry", "eks:ListAssociatedAccessPolicies"];
const QUERY = ["logs:StartQuery", "logs:GetQueryResults", "logs:StopQuery"];
const ORG = "s3://example-org-trail/audit/AWSLogs/";

describe("gatebook doctor", () => {
  let surgery: Surgery;
  beforeEach(() => {
    surgery = openSurgery();
  });
  afterEach(() => surgery.close());

  const permissionsOf = (found: readonly Finding[], subject: string) =>
    found.flatMap((one) => (one.subject === subject ? (one.permission ?? []) : []));

  /** A config with these trails, and what the doctor says of it. */
  async function findingsOfTrails(...trails: string[]): Promise<readonly Finding[]> {
    const list = trails.map((from) => `      - { from: "${from}", region: eu-west-1 }\n`).join("");
    const account = `accounts:\n  - id: "111122223333"\n    regions: [eu-west-1]\n    trails:\n${list}`;
    const config = join(surgery.folder, "gatebook.yaml");
    writeFileSync(config, account);
    return (await surgery.findings("--config", config)).found;
  }

  it("tries Logs Insights where a group is of class Infrequent Access, action by action", async () => {
    await surgery.open({ infrequentAccess: ["prod"] });
    const { found } = await surgery.findings(...EU);
    expect(unwell(found)).toEqual([]);
    const prod = permissionsOf(found, "111122223333 eu-west-1 prod");
    expect(prod).toEqual(["eks:DescribeCluster", "logs:DescribeLogGroups", ...QUERY, ...ENTRIES]);
    expect(permissionsOf(found, "111122223333 eu-west-1 staging")).toContain("logs:FilterLogEvents");
  });

  it("names the very action of a query that is missing, also where the class may not be asked for", async () => {
    await surgery.open({
      infrequentAccess: ["prod"],
      denied: ["logs:GetQueryResults", "logs:DescribeLogGroups"],
    });
    const { found } = await surgery.findings("--cluster", "prod", ...EU);
    expect(unwell(found).map(({ permission }) => permission)).toEqual([
      "logs:DescribeLogGroups",
      "logs:GetQueryResults",
    ]);
    expect(unwell(found)[1]?.missing?.statement).toMatchObject({
      Action: "logs:GetQueryResults",
      Resource: expect.arrayContaining([expect.stringContaining("/aws/eks/prod/cluster")]),
    });
  });

  it("lists a trail's folders, reads one of its objects, and asks its log group", async () => {
    await surgery.open();
    const found = await findingsOfTrails(ORG, "example-trail-logs");
    expect(unwell(found)).toEqual([]);
    expect(permissionsOf(found, `111122223333 ${ORG}`)).toEqual(["s3:ListBucket", "s3:GetObject"]);
    expect(found.find(({ check }) => check === "trail")?.message).toMatch(/^holds events of 111122223333/);
    expect(permissionsOf(found, "111122223333 example-trail-logs")).toEqual([
      "logs:DescribeLogGroups",
      "logs:FilterLogEvents",
    ]);
  });

  it("names what a trail lacks: listing, reading, the key, or the trail itself", async () => {
    const lacks = async (denied: string[], trail: string) => {
      await surgery.open({ denied });
      return unwell(await findingsOfTrails(trail));
    };
    const arn = "arn:aws:s3:::example-org-trail";
    expect(await lacks(["s3:ListBucket"], ORG)).toMatchObject([
      { permission: "s3:ListBucket", missing: { statement: { Action: "s3:ListBucket", Resource: arn } } },
    ]);
    expect(await lacks(["s3:GetObject"], ORG)).toMatchObject([
      {
        permission: "s3:GetObject",
        missing: { statement: { Action: "s3:GetObject", Resource: [`${arn}/audit/AWSLogs/*`] } },
      },
    ]);
    expect(await lacks(["kms:Decrypt"], ORG)).toMatchObject([
      {
        permission: "s3:GetObject",
        remedy: expect.stringContaining("kms:Decrypt"),
        missing: {
          statement: { Action: "kms:Decrypt", Resource: expect.stringMatching(/^arn:aws:kms:.+:key\//) },
        },
      },
    ]);
    expect(await lacks([], "s3://example-org-trail/AWSLogs/")).toMatchObject([
      { check: "trail", message: expect.stringContaining("holds no events of eu-west-1") },
    ]);
    expect(await lacks([], "s3://no-such-bucket/AWSLogs/")).toMatchObject([
      { permission: "s3:ListBucket", remedy: expect.stringContaining("aws s3api list-buckets") },
    ]);
    expect(await lacks(["logs:FilterLogEvents example-trail-logs"], "example-trail-logs")).toMatchObject([
      {
        permission: "logs:FilterLogEvents",
        missing: {
          statement: {
            Resource: [expect.stringContaining("log-group:example-trail-logs"), expect.anything()],
          },
        },
      },
    ]);
  });
});
