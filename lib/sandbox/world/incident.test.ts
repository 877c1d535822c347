import { describe, expect, test } from "vitest";
import { createWorld } from "./world";

const HOUR = 3_600_000;
/** The Thursday of the fortnight. */
const THURSDAY = Date.UTC(2026, 10, 19);
const DAY = { from: THURSDAY, to: THURSDAY + 24 * HOUR };
const EVER = Number.MAX_SAFE_INTEGER;
const world = createWorld(1, 4);
const attempts = world.truth(DAY).filter(({ story }) => story === "stolen key");
const events = world
  .events({ accountId: "111122223333", region: "eu-west-1" }, DAY, EVER)
  .map(({ json }) => JSON.parse(json));
const [first] = attempts;

describe("the incident", () => {
  test("one key of CI is denied at cluster after cluster, then let in as an administrator, then denied again", () => {
    const told = attempts.map(({ cluster, decision, username }) =>
      `${cluster} ${decision} ${username ?? ""}`.trim(),
    );
    const deployer = "arn:aws:sts::111122223333:assumed-role/github-deploy/GitHubActions";
    expect(told).toEqual([
      "devCluster denied",
      "payments-prod denied",
      "orders-prod denied",
      "search-prod denied",
      `prod granted ${deployer}`,
      `staging granted ${deployer}`,
      "devCluster granted config-operator",
      "devCluster granted kubernetes-admin",
      "devCluster granted kubernetes-admin",
      "devCluster granted kubernetes-admin",
      "devCluster granted config-operator",
      "devCluster denied",
    ]);
    expect(new Set(attempts.map(({ origin }) => origin?.name))).toEqual(
      new Set(["repo:example/shop:ref:refs/heads/main"]),
    );
  });

  test("the key was issued to GitHub's runner and is used from elsewhere", () => {
    const key = first?.accessKeyId;
    const issue = events.find(({ eventID }) => eventID === first?.chain[0]?.eventId);
    expect(issue).toMatchObject({ eventName: "AssumeRoleWithWebIdentity", sourceIPAddress: "192.0.2.88" });
    expect(issue.responseElements.credentials.accessKeyId).toBe(key);
    const own = events.filter(
      ({ userIdentity, userAgent }) => userIdentity.accessKeyId === key && !userAgent.startsWith("Go-http"),
    );
    expect(own.map(({ eventName }) => eventName)).toEqual([
      "GetCallerIdentity",
      "DescribeCluster",
      "DescribeCluster",
      "DescribeCluster",
      "AssumeRole",
    ]);
    expect(own.every(({ sourceIPAddress }) => sourceIPAddress === "192.0.2.66")).toBe(true);
  });

  test("aws-auth is edited twice by the chained session; every authenticator sees it", () => {
    const lines = world.lines("devCluster", DAY, EVER);
    const edits = lines
      .filter(({ stream, message }) => stream.includes("-audit-") && message.includes('"name":"aws-auth"'))
      .map(({ message }) => JSON.parse(message))
      .filter(({ user }) => user.username === "config-operator");
    expect(edits).toHaveLength(2);
    const maps = edits.map(({ requestObject }) => requestObject.data.mapRoles.includes("role/github-deploy"));
    expect(maps).toEqual([true, false]);
    const operator = attempts.find(({ username }) => username === "config-operator");
    for (const edit of edits) {
      expect(edit.user.extra.accessKeyId).toEqual([operator?.accessKeyId]);
      const at = Date.parse(edit.stageTimestamp);
      const seen = lines.filter(
        ({ message, timeMs }) =>
          message.includes('msg="Received aws-auth watch event"') && timeMs >= at && timeMs < at + 1_000,
      );
      expect(seen).toHaveLength(2);
    }
  });

  test("it happens every second Thursday, in a small world too", () => {
    const small = createWorld(1);
    const day = (weeks: number) => ({ from: DAY.from + weeks * 168 * HOUR, to: DAY.to + weeks * 168 * HOUR });
    const count = (weeks: number) =>
      small.truth(day(weeks)).filter(({ story }) => story === "stolen key").length;
    expect([count(-2), count(-1), count(0)]).toEqual([9, 0, 9]);
  });
});
