import { expect, test } from "vitest";
import { readConfigMap } from "../../../parse/aws-auth/read-config-map";
import { clusterMeasure } from "./cluster-measure";
import { credentialMeasures } from "./credential-measures";
import { withoutEntry } from "./without-entry";

const AWS_AUTH = `apiVersion: v1
kind: ConfigMap
metadata:
  name: aws-auth
  namespace: kube-system
data:
  mapRoles: |
    - rolearn: arn:aws:iam::111122223333:role/one
      username: one
      groups:
      - a
    - rolearn: arn:aws:iam::111122223333:role/two
      username: two
    - rolearn: arn:aws:iam::111122223333:role/three
      username: three
  mapUsers: |
    - userarn: arn:aws:iam::111122223333:user/ivan
      username: ivan
`;
const NOW = Date.UTC(2026, 10, 20, 12);

test("each entry of aws-auth can be taken out, and the others stay as they are", () => {
  const { entries } = readConfigMap(AWS_AUTH).awsAuth;
  expect(entries).toHaveLength(4);
  for (const entry of entries) {
    const after = withoutEntry(AWS_AUTH, entry);
    const left = readConfigMap(after ?? "").awsAuth.entries.map(({ arn }) => arn);
    expect(left).toEqual(entries.filter((one) => one !== entry).map(({ arn }) => arn));
  }
});

test("an entry that no lines of its own hold is not taken out of the text", () => {
  const inline = "mapRoles: '[{rolearn: arn:aws:iam::111122223333:role/one, username: one}]'\n";
  const [entry] = readConfigMap(inline).awsAuth.entries;
  expect(entry).toBeDefined();
  expect(entry && withoutEntry(inline, entry)).toBeNull();
});

test("the access entry is deleted by its own ARN, and who is turned away needs no measure", () => {
  const arn = "arn:aws:iam::111122223333:role/team/dev";
  const entry = {
    list: "mapRoles",
    arn,
    sso: null,
    username: "",
    groups: [],
    userId: null,
    place: null,
  } as const;
  const granted = {
    outcome: "granted",
    backEnd: "DynamicFile",
    entry,
    rivals: [],
    username: "u",
    groups: [],
  } as const;
  const hold = { cluster: "prod", region: "eu-west-1", awsAuthText: null, others: 1 };
  const measure = clusterMeasure({ ...hold, decision: { ...granted, isOpen: false, refused: [] } });
  expect(measure?.forms[0]?.text).toBe(
    `aws eks delete-access-entry --cluster-name prod --region eu-west-1 --principal-arn ${arn}`,
  );
  expect(measure?.mind).toContain("One other");
  expect(clusterMeasure({ ...hold, decision: { outcome: "denied", error: "no", refused: [] } })).toBeNull();
});

const ROLE = {
  canonicalArn: "arn:aws:iam::111122223333:role/toolbox",
  uniqueId: "AROAEXAMPLETOOLBOX001",
  sessionName: "alice",
  accessKeyId: null,
};

test("sessions of a role are revoked by the time their tokens were issued, of one session name alone", () => {
  const [measure] = credentialMeasures(ROLE, NOW);
  const text = measure?.forms[0]?.text ?? "";
  const policy = JSON.parse(text.slice(text.indexOf("'") + 1, text.lastIndexOf("'")));
  expect(policy.Statement[0].Condition).toEqual({
    DateLessThan: { "aws:TokenIssueTime": "2026-11-20T12:00:00Z" },
    StringEquals: { "aws:userid": "AROAEXAMPLETOOLBOX001:alice" },
  });
  expect(measure?.leaves.join(" ")).toContain("no policy can deny");
});

test("a hostile session name or ARN gets into no command", () => {
  const [hostile] = credentialMeasures({ ...ROLE, sessionName: "x'; rm -rf ~ #" }, NOW);
  expect(hostile?.forms[0]?.text).not.toContain("rm -rf");
  expect(credentialMeasures({ ...ROLE, canonicalArn: "arn:aws:iam::1:role/$(reboot)" }, NOW)).toEqual([]);
});

test("a user's key is deactivated, a permission set's role is left to Identity Center", () => {
  const user = {
    ...ROLE,
    canonicalArn: "arn:aws:iam::111122223333:user/ivan",
    accessKeyId: "AKIAEXAMPLEIVAN00001",
  };
  expect(credentialMeasures(user, NOW)[0]?.forms[0]?.text).toContain(
    "update-access-key --user-name ivan --access-key-id AKIAEXAMPLEIVAN00001 --status Inactive",
  );
  const portal = {
    ...ROLE,
    canonicalArn: "arn:aws:iam::111122223333:role/AWSReservedSSO_Dev_0123456789abcdef",
  };
  expect(credentialMeasures(portal, NOW)[0]?.forms[0]?.text).toContain("delete-account-assignment");
});
