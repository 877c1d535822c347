import type { Attempt } from "../../correlate/attempt";
import { historyOfCluster } from "../../correlate/configuration/cluster-history";
import type { StoredMark } from "../../correlate/configuration/item-revision";
import { readConfigMap } from "../../parse/aws-auth/read-config-map";
import { printConfigMap } from "../../parse/configuration-marks/print-config-map";
import { attemptSentence } from "../attempt-sentence";
import { configurationAt } from "../configuration/configuration-at";
import type { KnownConfiguration } from "../configuration/known-configuration";
import type { SeenCaller } from "./seen-caller";

export const NOW = Date.UTC(2026, 10, 25, 10);
export const ROLE = "arn:aws:iam::111122223333:role/Dev";
export const UNWATCHED = { eks: null, awsAuth: null };

export const awsAuth = (...roles: [arn: string, username: string, groups?: string][]) =>
  printConfigMap({
    mapRoles: roles
      .map(
        ([arn, username, groups = "[]"]) =>
          `- rolearn: ${arn}\n  username: "${username}"\n  groups: ${groups}\n`,
      )
      .join(""),
  });
export const mark = (rest: Partial<StoredMark>): StoredMark => ({
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
export const MODE = mark({ part: "mode", tells: "set", value: "CONFIG_MAP", timeMs: NOW - 900_000 });
export const HIDDEN = mark({
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

export const caller = {
  arn: "arn:aws:sts::111122223333:assumed-role/Dev/jane@example.com",
  canonicalArn: ROLE,
  accountId: "111122223333",
  uniqueId: "AROAEXAMPLEDEV0000001",
  sessionName: "jane@example.com",
  accessKeyId: "ASIAEXAMPLE000000001",
};
export const attempt = (change: Partial<Attempt>): Attempt => ({
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
export const denied = attempt({ decision: "denied", kubernetes: null, error: "identity is not mapped" });
export const at = (...marks: StoredMark[]) => configurationAt(historyOfCluster(marks), NOW, UNWATCHED);
export const text = awsAuth([ROLE, "dev:{{SessionName}}", "[devs]"]);
export const plain = (...[one, mapping]: Parameters<typeof attemptSentence>) =>
  attemptSentence(one, mapping)
    .map((part) => part.text)
    .join("");

export const known = (value: string): KnownConfiguration => ({
  mode: "CONFIG_MAP",
  hidden: [],
  accessEntries: null,
  awsAuth: readConfigMap(value).awsAuth,
  rbac: null,
});
export const seen = (name: string, role: string): SeenCaller => ({
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
