import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { historyOfCluster } from "../../correlate/configuration/cluster-history";
import type { StoredMark } from "../../correlate/configuration/item-revision";
import { diffLines } from "./line-diff";
import { listChanges } from "./list-changes";

const lines = fc
  .array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 })
  .map((all) => all.map((one) => `${one}\n`).join(""));

describe("a diff of lines", () => {
  it("takes away what was and adds what is", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const diff = diffLines(before, after);
        const count = (kind: string) => diff.filter((one) => one.kind === kind).length;
        const [old, next] = [before.split("\n").length, after.split("\n").length];
        expect(next - old).toBe(count("added") - count("removed"));
        if (before === after) expect(diff).toEqual([]);
      }),
    );
  });

  it("is the least there is to say, with three lines around it", () => {
    const text = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
    expect(
      diffLines(text, text.replace("5\n", "five\n")).map(({ kind, text: one }) => `${kind[0]}${one}`),
    ).toEqual(["s2", "s3", "s4", "r5", "afive", "s6", "s7", "s8"]);
  });

  it("ends soon over texts of a megabyte that have nothing in common", () => {
    const big = (mark: string) => Array.from({ length: 40_000 }, (_, i) => `${mark}${i}\n`).join("");
    expect(diffLines(big("a"), big("b"))).toHaveLength(80_000);
  });
});

const mark = (rest: Partial<StoredMark>): StoredMark => ({
  ...{
    part: "aws-auth",
    key: "",
    tells: "seen",
    timeMs: 0,
    untilMs: 0,
    value: null,
    by: null,
    evidence: null,
  },
  ...rest,
});

describe("the changes of a cluster", () => {
  it("are told newest first, with what was taken and given", () => {
    const by = {
      arn: "arn:aws:iam::111122223333:user/carol",
      accessKeyId: null,
      username: null,
      sourceIp: null,
      userAgent: null,
    };
    const changes = listChanges(
      historyOfCluster([
        mark({ value: "a\n", timeMs: 1_000, untilMs: 5_000 }),
        mark({ tells: "set", value: "b\n", timeMs: 60_000, by }),
        mark({ tells: "broken", value: "[oops]", timeMs: 60_100 }),
        mark({ tells: "broken", value: "[oops]", timeMs: 60_200 }),
        mark({ part: "rbac", key: "create roles dev/x", tells: "touched", timeMs: 70_000 }),
      ]),
    );
    expect(changes.map(({ kind, part, timeMs }) => [kind, part, timeMs])).toEqual([
      ["written", "rbac", 70_000],
      ["broken", "aws-auth", 60_100],
      ["changed", "aws-auth", 60_000],
    ]);
    expect(changes.at(-1)).toMatchObject({
      isTimeKnown: true,
      afterMs: 5_000,
      by,
      diff: [
        { kind: "removed", text: "a" },
        { kind: "added", text: "b" },
      ],
    });
  });

  it("leave out what is first known, and what stayed the same", () => {
    const entry = JSON.stringify({ principalArn: "arn", type: "STANDARD", username: null, groups: [] });
    const key = "arn:aws:iam::111122223333:role/Dev";
    const changes = listChanges(
      historyOfCluster([
        mark({ part: "access-entry", key, tells: "created", value: entry, timeMs: 1 }),
        mark({ part: "access-entry", key, tells: "set", value: entry, timeMs: 2 }),
        mark({ part: "access-entry", key, tells: "removed", timeMs: 3 }),
      ]),
    );
    expect(changes.map(({ kind }) => kind)).toEqual(["removed", "created"]);
    expect(listChanges(historyOfCluster([mark({ value: "x" })]))).toEqual([]);
  });
});
