import { describe, expect, it } from "vitest";
import { historyOfCluster } from "../../correlate/configuration/cluster-history";
import { readConfigMap } from "../../parse/aws-auth/read-config-map";
import { findCulprit } from "./find-culprit";
import { NOW, ROLE, UNWATCHED, mark, MODE, caller, denied, text, plain } from "./sample-configuration";

describe("the change to blame", () => {
  const by = {
    arn: caller.arn.replace("jane", "carol"),
    accessKeyId: null,
    username: null,
    sourceIp: null,
    userAgent: null,
  };
  const broken = `${text.replace("      groups", "    groups")}`;
  const edit = mark({ tells: "set", value: broken, timeMs: NOW - 60_000, by });
  const history = historyOfCluster([MODE, mark({ value: text, timeMs: NOW - 600_000 }), edit]);
  const jane = { ...caller, userId: caller.uniqueId };

  it("is the last one before which the caller came in", () => {
    expect(readConfigMap(broken).awsAuth.entries).toEqual([]);
    const culprit = findCulprit(jane, history, NOW, UNWATCHED);
    expect(culprit).toMatchObject({
      timeMs: NOW - 60_000,
      isTimeKnown: true,
      change: { part: "aws-auth", by },
      before: { username: "dev:jane-example.com" },
    });
    const decision = { outcome: "denied", error: "identity is not mapped", refused: [] } as const;
    expect(plain(denied, { agreement: "agrees", decision, culprit })).toContain(
      "Until carol@example.com changed aws-auth at 25 Nov 09:59:00 UTC, the same caller came in as dev:jane-example.com.",
    );
  });

  it("is none for a caller who never came in, or does", () => {
    const other = { ...jane, canonicalArn: ROLE.replace("Dev", "Ops") };
    expect(findCulprit(other, history, NOW, UNWATCHED)).toBeNull();
    expect(findCulprit(jane, history, NOW - 120_000, UNWATCHED)).toBeNull();
  });
});
