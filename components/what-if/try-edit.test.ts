import { describe, expect, it } from "vitest";
import { readConfigMap } from "@/lib/domain/parse/aws-auth/read-config-map";
import type { MappingBase } from "@/lib/domain/summarize/configuration/what-if-report";
import { tryEdit } from "./try-edit";

const ROLE = "arn:aws:iam::111122223333:role/Dev";
const text = (username: string) =>
  `data:\n  mapRoles: |\n    - rolearn: ${ROLE}\n      username: ${username}\n      groups: [devs]\n`;
const part = { certainty: "known", asOfMs: 1, sinceMs: null, isSinceKnown: false, by: null } as const;
const base = (mode: "CONFIG_MAP" | "API" = "CONFIG_MAP"): MappingBase => ({
  known: { mode, hidden: [], accessEntries: null, awsAuth: readConfigMap(text("dev")).awsAuth, rbac: null },
  parts: { mode: part, hidden: part, accessEntries: part, awsAuth: part, rbac: part },
  awsAuthText: text("dev"),
  callers: [
    {
      arn: "arn:aws:sts::111122223333:assumed-role/Dev/jane",
      canonicalArn: ROLE,
      accountId: "111122223333",
      userId: "AROAEXAMPLE",
      sessionName: "jane",
      accessKeyId: "",
      class: "person",
      name: "jane",
      attempts: 3,
      granted: 3,
      lastDayMs: 0,
    },
  ],
});
const kinds = (asked: MappingBase, edited: string) => tryEdit(asked, edited).changes.map(({ kind }) => kind);

describe("an edit of aws-auth", () => {
  it("changes nobody's access where it is the same, and the identity where the name is another", () => {
    expect(kinds(base(), text("dev"))).toEqual([]);
    expect(kinds(base(), text("developer"))).toEqual(["changes"]);
    expect(kinds(base(), "data: {}\n")).toEqual(["loses"]);
  });

  it("changes nothing where the API server would not take it", () => {
    for (const edited of [
      "apiVersion: v1\nkind: Config\nclusters: []\n",
      "data:\n  mapRoles:\n    - rolearn: x\n",
      "a: [",
      `data:\n  mapRoles: |\n${"    - x: y\n".repeat(200_000)}`,
    ]) {
      const { isRefused, changes } = tryEdit(base(), edited);
      expect([isRefused, changes]).toEqual([true, []]);
    }
  });

  it("changes nothing where the mode does not read it", () => {
    const tried = tryEdit(base("API"), "data: {}\n");
    expect([tried.isRead, tried.changes]).toEqual([false, []]);
  });

  it("tells what a broken list loses, and the lines that differ", () => {
    const { changes, remarks, diff } = tryEdit(base(), text("dev").replace("      groups", "    groups"));
    expect(changes.map(({ kind }) => kind)).toEqual(["loses"]);
    expect(remarks.map(({ code }) => code)).toContain("list-lost");
    expect(diff.filter(({ kind }) => kind !== "same")).toHaveLength(2);
  });
});
