import { expect, test } from "vitest";
import { anEntrance } from "@/lib/testing/an-entrance";
import { accessEntry, type ClusterPicture, pictureCluster } from "@/lib/testing/cluster-picture";
import { mappingUse } from "./mapping-use";
import type { MappingUseFacts } from "./mapping-use-facts";

const NOON = Date.UTC(2026, 10, 20, 12);
const DAY = 86_400_000;
const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const at = (picture: ClusterPicture) => pictureCluster(picture, NOON);
const asDev = (session: string, rest = {}) =>
  anEntrance({
    arn: role("Dev"),
    session,
    username: `dev:${session}`,
    groups: ["devs"],
    lastMs: NOON,
    ...rest,
  });

const ROLES = [
  [role("Dev"), "dev:{{SessionName}}", "[devs]"],
  [role("Idle"), "idle", "[devs]"],
  [role("Nodes"), "system:node:{{EC2PrivateDNSName}}", "[system:bootstrappers, system:nodes]"],
] as const;

function ask(picture: ClusterPicture, facts: Partial<MappingUseFacts> = {}) {
  return mappingUse({
    ...{ cluster: "prod", region: "eu-west-1", entrances: [], isWhole: true, stretches: [at(picture)] },
    ...{ bounds: [], uncut: 0, readSinceMs: NOON - 14 * DAY, unread: [] },
    ...facts,
  });
}
const find = (answer: ReturnType<typeof ask>, name: string) => {
  const found = answer.mappings.find(({ entry }) => entry.arn === role(name));
  if (found === undefined) throw new Error(`${name} is not listed`);
  return found;
};

test("what nobody uses comes first and is the answer; nodes are told apart, and never with a command", () => {
  const answer = ask({ roles: ROLES, entries: [] }, { entrances: [asDev("jane"), asDev("joe")] });
  expect(answer.mappings.map(({ entry, state }) => [entry.arn.split("/")[1], state])).toEqual([
    ["Idle", "unused"],
    ["Nodes", "unused"],
    ["Dev", "used"],
  ]);
  expect(answer.verdict.map(({ text }) => text).join("")).toContain(
    "1 of 2 mappings for people and workloads at prod was not used since 2026-11-06 12:00 UTC",
  );
  expect(find(answer, "Nodes")).toMatchObject({ keeper: "node", removal: [] });
  expect(find(answer, "Idle")).toMatchObject({ isStatic: true, knownSinceMs: NOON - 14 * DAY });
  expect(find(answer, "Idle").removal[0]?.text).toContain(
    "-    - rolearn: arn:aws:iam::111122223333:role/Idle",
  );
  expect(find(answer, "Dev").uses).toMatchObject({ attempts: 2, people: 2, lastMs: NOON });
});

test("without a mapping some are turned away, some are somebody else, and some notice nothing", () => {
  const entrances = [asDev("jane")];
  const after = (picture: ClusterPicture, came = entrances) =>
    ask(picture, { entrances: came }).mappings.find(({ uses }) => uses !== null)?.after;
  expect(after({ roles: ROLES, entries: [] })).toEqual({ loses: ["jane"], changes: [], keeps: [] });
  const byEntry = [asDev("jane", { username: "jane", groups: [] })];
  const entry = accessEntry(role("Dev"), { username: "jane" });
  expect(after({ roles: ROLES, entries: [entry] }, byEntry)).toEqual({
    loses: [],
    changes: [{ name: "jane", username: "dev:jane", backEnd: "EKSConfigMap" }],
    keeps: [],
  });
  const same = accessEntry(role("Dev"), { username: "dev:{{SessionName}}", groups: ["devs"] });
  expect(after({ roles: ROLES, entries: [same] })?.keeps).toEqual(["jane"]);
});

test("a line that another stands before is told with which, and so is one that the mode does not ask", () => {
  const entries = [accessEntry(role("Dev"))];
  const dev = ask({ roles: ROLES, entries }).mappings.find(({ backEnd, entry }) => {
    return backEnd === "EKSConfigMap" && entry.arn === role("Dev");
  });
  expect(dev).toMatchObject({ state: "shadowed", shadowedBy: { backEnd: "DynamicFile" } });
  expect(find(ask({ roles: ROLES, entries: [], mode: "API" }), "Dev").state).toBe("not-read");
  const withPath = [[role("team/Dev"), "dev", "[devs]"]] as const;
  expect(ask({ roles: withPath, entries: [] }).mappings[0]?.state).toBe("never-matches");
});

test("of two lines for one role only the last is used", () => {
  const roles = [[role("Dev"), "first"], ...ROLES] as const;
  const states = ask({ roles, entries: [] }, { entrances: [asDev("jane")] }).mappings.map(
    ({ entry, state, uses }) => [entry.username, state, uses?.attempts ?? 0],
  );
  expect(states).toContainEqual(["first", "shadowed", 0]);
  expect(states).toContainEqual(["dev:{{SessionName}}", "used", 1]);
});

test("uses count for the mapping of their time, and what came by none of now is told too", () => {
  const before = at({ roles: ROLES, entries: [] });
  const now = at({ roles: [ROLES[1]], entries: [accessEntry(role("Dev"))] });
  const stranger = anEntrance({ arn: role("Dev"), session: "mallory", username: "somebody", stretch: 1 });
  const answer = ask(
    {},
    { stretches: [before, now], bounds: [NOON - DAY], entrances: [asDev("jane"), stranger] },
  );
  const entry = find(answer, "Dev");
  expect([entry.backEnd, entry.state, entry.knownSinceMs]).toEqual(["DynamicFile", "unused", NOON - DAY]);
  expect(find(answer, "Idle").knownSinceMs).toBe(NOON - 14 * DAY);
  expect(answer.others.map(({ what, arn, uses }) => [what, arn, uses.comers[0]?.name]).sort()).toEqual([
    ["gone", role("Dev"), "jane"],
    ["unexplained", null, "mallory"],
  ]);
});

test("where no log is read nothing is called unused", () => {
  const answer = ask({ roles: ROLES, entries: [] }, { readSinceMs: null, unread: ["No log is read."] });
  expect(answer.verdict.map(({ text }) => text).join("")).toContain("is not known: no log of it is read");
  expect(find(answer, "Idle").knownSinceMs).toBeNull();
  expect(answer.because).toContain("No log is read.");
});
