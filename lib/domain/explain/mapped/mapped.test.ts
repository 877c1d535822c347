import { describe, expect, it } from "vitest";
import type { Attempt } from "../../correlate/attempt";
import { historyOfCluster } from "../../correlate/configuration/cluster-history";
import type { StoredMark } from "../../correlate/configuration/item-revision";
import { readConfigMap } from "../../parse/aws-auth/read-config-map";
import { printConfigMap } from "../../parse/configuration-marks/print-config-map";
import { attemptSentence } from "../attempt-sentence";
import { configurationAt } from "../configuration/configuration-at";
import type { KnownConfiguration } from "../configuration/known-configuration";
import { mappingsOf } from "../configuration/open-known";
import { callersMeant } from "./callers-meant";
import { explainMapping } from "./explain-mapping";
import { findCulprit } from "./find-culprit";
import { guessBackEnd } from "./guess-back-end";
import type { SeenCaller } from "./seen-caller";
import { whatChanges } from "./what-changes";
import { whoCanBecome } from "./who-can-become";

const NOW = Date.UTC(2026, 10, 25, 10);
const ROLE = "arn:aws:iam::111122223333:role/Dev";
const UNWATCHED = { eks: null, awsAuth: null };

const awsAuth = (...roles: [arn: string, username: string, groups?: string][]) =>
  printConfigMap({
    mapRoles: roles
      .map(
        ([arn, username, groups = "[]"]) =>
          `- rolearn: ${arn}\n  username: "${username}"\n  groups: ${groups}\n`,
      )
      .join(""),
  });
const mark = (rest: Partial<StoredMark>): StoredMark => ({
  part: "aws-auth",
  key: "",
  tells: "seen",
  timeMs: NOW,
  untilMs: NOW,
  value: null,
  by: null,
  evidence: null,
  ...rest,
});
const MODE = mark({ part: "mode", tells: "set", value: "CONFIG_MAP", timeMs: NOW - 900_000 });
const HIDDEN = mark({
  part: "hidden",
  key: "arn:aws:iam::111122223333:user/terraform",
  value: JSON.stringify({
    list: "mapUsers",
    arn: "arn:aws:iam::111122223333:user/terraform",
    sso: null,
    username: "kubernetes-admin",
    groups: ["system:masters"],
    userId: null,
    place: null,
  }),
  timeMs: NOW - 900_000,
});

const caller = {
  arn: "arn:aws:sts::111122223333:assumed-role/Dev/jane@example.com",
  canonicalArn: ROLE,
  accountId: "111122223333",
  uniqueId: "AROAEXAMPLEDEV0000001",
  sessionName: "jane@example.com",
  accessKeyId: "ASIAEXAMPLE000000001",
};
const attempt = (change: Partial<Attempt>): Attempt => ({
  id: "1",
  timeMs: NOW,
  cluster: "prod",
  decision: "granted",
  class: "person",
  caller,
  kubernetes: { username: "dev:jane-example.com", groups: ["devs"], uid: "u" },
  error: null,
  stsEndpoint: null,
  sts: null,
  evidence: [],
  ...change,
});
const denied = attempt({ decision: "denied", kubernetes: null, error: "identity is not mapped" });
const at = (...marks: StoredMark[]) => configurationAt(historyOfCluster(marks), NOW, UNWATCHED);
const text = awsAuth([ROLE, "dev:{{SessionName}}", "[devs]"]);
const plain = (...[one, mapping]: Parameters<typeof attemptSentence>) =>
  attemptSentence(one, mapping)
    .map((part) => part.text)
    .join("");

describe("an attempt's decision, done again", () => {
  it("agrees with the log, and names the line", () => {
    const explained = explainMapping(attempt({}), at(MODE, HIDDEN, mark({ value: text })));
    expect(explained).toMatchObject({
      agreement: "agrees",
      missing: [],
      decision: { entry: { place: { line: 4 } } },
    });
    expect(plain(attempt({}), explained && { ...explained, culprit: null })).toBe(
      "jane@example.com got in to prod as dev:jane-example.com in devs, because line 4 of aws-auth maps role Dev.",
    );
  });

  it("says what is missing where a part that may have decided is not known", () => {
    expect(explainMapping(attempt({}), at(MODE))).toMatchObject({
      agreement: "unknown",
      missing: ["hidden", "awsAuth"],
    });
    expect(explainMapping(denied, at(MODE, HIDDEN))).toMatchObject({
      agreement: "agrees",
      missing: ["awsAuth"],
    });
  });

  it("differs where all is known and gives something else", () => {
    const other = awsAuth([ROLE, "other"]);
    expect(explainMapping(attempt({}), at(MODE, HIDDEN, mark({ value: other })))).toMatchObject({
      agreement: "differs",
      decision: { username: "other" },
    });
  });

  it("takes an instance's name for what EC2 said, whatever that is", () => {
    const node = {
      ...caller,
      arn: "arn:aws:sts::111122223333:assumed-role/Dev/i-0123456789abcdef0",
      sessionName: "i-0123456789abcdef0",
    };
    const nodes = awsAuth([ROLE, "system:node:{{EC2PrivateDNSName}}", "[system:nodes]"]);
    const kubernetes = {
      username: "system:node:ip-10-0-0-7.ec2.internal",
      groups: ["system:nodes"],
      uid: "u",
    };
    const configuration = at(MODE, HIDDEN, mark({ value: nodes }));
    expect(explainMapping(attempt({ caller: node, kubernetes }), configuration)?.agreement).toBe("agrees");
    const admin = { ...kubernetes, username: "admin" };
    expect(explainMapping(attempt({ caller: node, kubernetes: admin }), configuration)?.agreement).toBe(
      "differs",
    );
  });

  it("is not done where STS named nobody", () => {
    expect(explainMapping(attempt({ caller: null }), at(MODE))).toBeNull();
  });
});

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

const known = (value: string): KnownConfiguration => ({
  mode: "CONFIG_MAP",
  hidden: [],
  accessEntries: null,
  awsAuth: readConfigMap(value).awsAuth,
  rbac: null,
});
const seen = (name: string, role: string): SeenCaller => ({
  ...caller,
  arn: `arn:aws:sts::111122223333:assumed-role/${role}/${name}`,
  canonicalArn: ROLE.replace("Dev", role),
  userId: `AROAEXAMPLE${role}`,
  sessionName: name,
  class: "person",
  name,
  attempts: 1,
  granted: 1,
  lastDayMs: NOW,
});

describe("an edit", () => {
  it("takes from some, gives to others, and makes others somebody else; the rest is left out", () => {
    const before = known(awsAuth([ROLE, "dev"], [`${ROLE}2`, "two"], [`${ROLE}3`, "three"]));
    const after = known(awsAuth([`${ROLE}2`, "second"], [`${ROLE}3`, "three"], [`${ROLE}4`, "four"]));
    const callers = ["Dev", "Dev2", "Dev3", "Dev4", "Dev5"].map((role) => seen("jane", role));
    expect(
      whatChanges(callers, before, after).map(({ kind, caller: { canonicalArn } }) => [kind, canonicalArn]),
    ).toEqual([
      ["loses", ROLE],
      ["gains", `${ROLE}4`],
      ["changes", `${ROLE}2`],
    ]);
  });
});

describe("who can become somebody", () => {
  const of = (value: string, kind: "username" | "group", name: string) =>
    whoCanBecome(mappingsOf(known(value)), { kind, name });

  it("is told with the session that it takes", () => {
    const entries = awsAuth(
      [ROLE, "dev:{{SessionName}}"],
      [`${ROLE}2`, "dev:jane"],
      [`${ROLE}3`, "x{{SessionNameRaw}}y"],
    );
    expect(of(entries, "username", "dev:jane").entries).toMatchObject([
      { entry: { arn: ROLE }, session: { kind: "named", name: "jane" }, username: "dev:jane" },
      { entry: { arn: `${ROLE}2` }, session: { kind: "any" } },
    ]);
    expect(of(entries, "username", "xjane@example.comy").entries).toMatchObject([
      { session: { kind: "named", name: "jane@example.com" } },
    ]);
    expect(of(entries, "username", "dev:jane@example.com").entries).toEqual([]);
  });

  it("counts only entries that decide: of two for one role the last", () => {
    const entries = awsAuth([ROLE, "admin", "[system:masters]"], [ROLE, "dev", "[devs]"]);
    expect(of(entries, "group", "system:masters").entries).toEqual([]);
    expect(of(entries, "group", "devs").entries).toMatchObject([{ entry: { username: "dev" } }]);
  });

  it("knows instances and whole accounts", () => {
    const nodes = awsAuth([ROLE, "system:node:{{EC2PrivateDNSName}}"]);
    expect(of(nodes, "username", "system:node:ip-10-0-0-1.internal").entries).toMatchObject([
      { session: { kind: "instance" } },
    ]);
    const accounts = printConfigMap({ mapAccounts: '- "111122223333"\n' });
    expect(of(accounts, "username", ROLE).accounts).toEqual(["111122223333"]);
    expect(of(accounts, "username", "someone").accounts).toEqual([]);
  });
});

describe("whom somebody may mean", () => {
  const set = "AWSReservedSSO_Admin_0123456789abcdef";
  const facts = {
    seen: [seen("jane@example.com", "Dev"), seen("joe", set)],
    configuration: known(awsAuth([`${ROLE}9`, "nine"])),
  };
  const arns = (who: string, session: string | null = null) =>
    callersMeant(who, session, facts).map(({ arn }) => arn);

  it("is told by ARN, e-mail, permission set, role and session", () => {
    expect(arns(ROLE, "me")).toEqual(["arn:aws:sts::111122223333:assumed-role/Dev/me"]);
    expect(arns("Jane@example.com")).toEqual(["arn:aws:sts::111122223333:assumed-role/Dev/jane@example.com"]);
    expect(arns("admin")).toEqual([`arn:aws:sts::111122223333:assumed-role/${set}/SESSION`]);
    expect(arns("Dev9")).toEqual(["arn:aws:sts::111122223333:assumed-role/Dev9/SESSION"]);
    expect([arns("nobody@example.com"), arns("nothing"), arns("arn:aws:s3:::x")]).toEqual([[], [], []]);
  });
});

describe("what the log alone tells of the entry", () => {
  it("is an access entry by the username that EKS makes, and nothing where it could be any", () => {
    const username = "arn:aws:sts::111122223333:assumed-role/Dev/jane-example.com";
    expect(guessBackEnd(attempt({ kubernetes: { username, groups: [], uid: "u" } }))?.kind).toBe(
      "access-entry",
    );
    expect(guessBackEnd(attempt({}))).toBeNull();
  });
});
