import { describe, expect, it } from "vitest";
import type { SeenCaller } from "@/lib/domain/explain/mapped/seen-caller";
import { callerOfArn } from "@/lib/domain/explain/mapping/caller-of-arn";
import { UNKNOWN_PART } from "@/lib/domain/explain/configuration/part-at";
import { readConfigMap } from "@/lib/domain/parse/aws-auth/read-config-map";
import type { MappingBase } from "@/lib/domain/summarize/configuration/what-if-report";
import { marksOf } from "./marks-of";
import { tryEdit } from "./try-edit";

const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const entry = (name: string, username: string) =>
  `    - rolearn: ${role(name)}\n      username: ${username}\n      groups: [readers]\n`;
const configMap = (...entries: string[]) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: aws-auth\n  namespace: kube-system\ndata:\n  mapRoles: |\n${entries.join("")}`;

function seen(name: string): SeenCaller {
  const caller = callerOfArn(role(name), `${name}@example.com`);
  if (caller === null) throw new Error(name);
  return { ...caller, class: "person", name: `${name}@example.com`, attempts: 1, granted: 1, lastDayMs: 0 };
}

function aBase(text: string | null, mode: MappingBase["known"]["mode"] = "CONFIG_MAP"): MappingBase {
  const awsAuth = text === null ? null : readConfigMap(text).awsAuth;
  const part = UNKNOWN_PART;
  return {
    known: { mode, hidden: [], accessEntries: null, awsAuth, rbac: null },
    parts: { mode: part, hidden: part, accessEntries: part, awsAuth: part, rbac: part },
    awsAuthText: text,
    callers: [seen("alice"), seen("bob"), seen("carol")],
  };
}

const NOW = configMap(entry("alice", "a:{{SessionName}}"), entry("bob", "b:{{SessionName}}"));
const named = (text: string, base = aBase(NOW)) =>
  tryEdit(base, text).changes.map(({ kind, caller }) => `${caller.name} ${kind}`);

describe("an edit of aws-auth", () => {
  it("names who loses, who gains, and who becomes another", () => {
    expect(named(configMap(entry("alice", "other"), entry("carol", "c:{{SessionName}}")))).toEqual([
      "bob@example.com loses",
      "carol@example.com gains",
      "alice@example.com changes",
    ]);
  });

  it("changes nothing as it stands", () => {
    expect(tryEdit(aBase(NOW), NOW)).toMatchObject({
      changes: [],
      diff: [],
      isRefused: false,
      isKnown: true,
    });
  });

  it.each([
    ["no YAML", `${NOW}\n  - : [`],
    ["another kind", NOW.replace("ConfigMap", "Secret")],
    ["another name", NOW.replace("name: aws-auth", "name: aws-outh")],
    ["a list that is no text", NOW.replace("mapRoles: |", "mapRoles:")],
    ["nothing", ""],
  ])("that the API server would not take changes nobody's access: %s", (_, text) => {
    const { isRefused, changes, remarks } = tryEdit(aBase(NOW), text);
    expect({ isRefused, changes }).toEqual({ isRefused: true, changes: [] });
    expect(remarks.some(({ severity }) => severity !== "note")).toBe(true);
  });

  it("without any data turns everybody away", () => {
    const [withoutData = ""] = NOW.split("data:\n  mapRoles");
    expect(named(withoutData)).toEqual(["alice@example.com loses", "bob@example.com loses"]);
  });

  it("is compared with none where what it says now is not known", () => {
    const tried = tryEdit(aBase(null), NOW);
    expect(tried.isKnown).toBe(false);
    expect(tried.changes.map(({ kind }) => kind)).toEqual(["gains", "gains"]);
  });

  it("changes nothing where the mode does not read it", () => {
    const base = aBase(NOW, "API");
    expect(tryEdit(base, configMap())).toMatchObject({ isRead: false, changes: [] });
  });

  it("is marked at the lines that something is to be said of, by the worst of it", () => {
    const text = configMap(entry("teams/alice", "system:masters-friend"));
    expect(marksOf(tryEdit(aBase(NOW), text).remarks).get(8)).toBe("✕");
  });
});
