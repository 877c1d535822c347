import { describe, expect, it } from "vitest";
import { readAuditEvent } from "../audit-event";
import { parseAuthenticatorLine } from "../authenticator-line";
import { readCloudTrailRecord } from "../cloudtrail-event";
import { marksOfAudit } from "./marks-of-audit";
import { marksOfEvent } from "./marks-of-event";
import { marksOfLine } from "./marks-of-line";

const AT = Date.UTC(2026, 10, 25, 10);
const ofLine = (rest: string) =>
  marksOfLine(parseAuthenticatorLine(`time="2026-11-25T10:00:00Z" level=info ${rest}`), AT);

describe("marks of the authenticator's lines", () => {
  it("tell the mounted file and the mappers of a start", () => {
    const [creator] = ofLine(
      'msg="mapping IAM user" groups="[system:masters]" user="arn:aws:iam::111122223333:user/terraform" username=kubernetes-admin',
    );
    expect(creator).toMatchObject({
      part: "hidden",
      key: "arn:aws:iam::111122223333:user/terraform",
      tells: "seen",
      timeMs: AT,
    });
    expect(JSON.parse(creator?.value ?? "")).toMatchObject({
      list: "mapUsers",
      username: "kubernetes-admin",
      groups: ["system:masters"],
    });
    expect(ofLine('msg="starting mapper \\"DynamicFile\\""')).toMatchObject([
      { part: "mapper", key: "DynamicFile", tells: "seen" },
    ]);
  });

  it("tell the access entries that an authenticator loaded, where it prints them whole", () => {
    const file = {
      mapRoles: [
        { rolearn: "arn:aws:iam::111122223333:role/Dev", username: "dev", groups: ["devs"], userid: "AROAX" },
        {},
      ],
      mapUsers: [{ userarn: "arn:aws:iam::111122223333:user/jo", username: "jo", groups: null }],
    };
    const line = (json: string) =>
      ofLine(
        `msg=${JSON.stringify(`LoadDynamicFile: /etc/access-entries.json is available. content is ${json}`)}`,
      );
    const [mark] = line(JSON.stringify(file));
    expect(mark).toMatchObject({ part: "access-file", tells: "seen" });
    expect(JSON.parse(mark?.value ?? "")).toMatchObject([
      { list: "mapRoles", username: "dev", groups: ["devs"], userId: "AROAX" },
      { list: "mapUsers", arn: "arn:aws:iam::111122223333:user/jo", groups: [], userId: null },
    ]);
    expect(line('{"mapRoles":[{"rolea')).toEqual([]);
  });

  it("tell what becomes of aws-auth", () => {
    expect(ofLine('msg="Received aws-auth watch event"')).toMatchObject([
      { part: "aws-auth", tells: "touched" },
    ]);
    expect(ofLine('msg="Resetting configmap on delete"')).toMatchObject([
      { part: "aws-auth", tells: "removed" },
    ]);
    expect(ofLine('msg="Errors parsing configmap: [yaml: line 4: oops]"')).toMatchObject([
      { part: "aws-auth", tells: "broken", value: "[yaml: line 4: oops]" },
    ]);
  });

  it("are none where a caller wrote the words", () => {
    expect(ofLine('msg="access denied" error="mapping IAM user"')).toEqual([]);
    expect(ofLine('msg="mapping IAM user" username=kubernetes-admin')).toEqual([]);
  });
});

const audit = (change: Record<string, unknown>) => {
  const text = JSON.stringify({
    kind: "Event",
    auditID: "a1",
    stage: "ResponseComplete",
    requestURI: "/api/v1/namespaces/kube-system/configmaps/aws-auth",
    verb: "patch",
    user: {
      username: "admin",
      uid: "u",
      groups: [],
      extra: { arn: ["arn:aws:iam::111122223333:user/carol"] },
    },
    objectRef: { resource: "configmaps", namespace: "kube-system", name: "aws-auth", apiVersion: "v1" },
    responseStatus: { code: 200 },
    requestReceivedTimestamp: "2026-11-25T10:00:00.000000Z",
    ...change,
  });
  const reading = readAuditEvent(text);
  return reading.ok ? marksOfAudit(reading.event, text) : [];
};
const configMap = { kind: "ConfigMap", data: { mapRoles: "- rolearn: x\n" } };

describe("marks of the audit log", () => {
  it("tell aws-auth as the answer has it, and who wrote it", () => {
    const [mark] = audit({ requestObject: { data: {} }, responseObject: configMap });
    expect(mark).toMatchObject({
      part: "aws-auth",
      tells: "set",
      timeMs: AT,
      by: { arn: "arn:aws:iam::111122223333:user/carol", username: "admin" },
    });
    expect(mark?.value).toContain("    - rolearn: x\n");
  });

  it("tell that it changed where the event does not say to what", () => {
    expect(audit({ requestObject: configMap })).toMatchObject([{ tells: "touched", value: null }]);
    expect(audit({ verb: "update", requestObject: configMap })).toMatchObject([{ tells: "set" }]);
    expect(audit({ verb: "create", responseObject: configMap })).toMatchObject([{ tells: "created" }]);
    expect(audit({ verb: "delete" })).toMatchObject([{ tells: "removed", value: null }]);
  });

  it("are none of what failed, was only tried, or is of another object", () => {
    expect(audit({ responseStatus: { code: 403 } })).toEqual([]);
    expect(audit({ requestURI: "/api/v1/x?dryRun=All", responseObject: configMap })).toEqual([]);
    expect(audit({ verb: "get" })).toEqual([]);
    expect(audit({ objectRef: { resource: "configmaps", namespace: "default", name: "aws-auth" } })).toEqual(
      [],
    );
  });

  it("tell that a role or a binding was written", () => {
    const objectRef = {
      resource: "rolebindings",
      namespace: "dev",
      name: "devs",
      apiGroup: "rbac.authorization.k8s.io",
    };
    expect(audit({ objectRef })).toMatchObject([
      { part: "rbac", key: "patch rolebindings dev/devs", tells: "touched" },
    ]);
  });
});

const PRINCIPAL = "arn:aws:iam::111122223333:role/team/Dev";
const event = (eventName: string, change: Record<string, unknown> = {}) => {
  const text = JSON.stringify({
    eventVersion: "1.10",
    userIdentity: {
      type: "AssumedRole",
      arn: "arn:aws:sts::111122223333:assumed-role/Admin/alice",
      accessKeyId: "ASIAEXAMPLE",
    },
    eventTime: "2026-11-25T10:00:00Z",
    eventSource: "eks.amazonaws.com",
    eventName,
    awsRegion: "eu-west-1",
    requestParameters: { name: "prod", principalArn: encodeURIComponent(PRINCIPAL) },
    responseElements: null,
    eventID: "e1",
    ...change,
  });
  const reading = readCloudTrailRecord(text);
  return reading.ok ? marksOfEvent(reading.record, text) : null;
};

describe("marks of EKS's events", () => {
  it("tell an access entry as the answer has it", () => {
    const accessEntry = {
      principalArn: PRINCIPAL,
      type: "STANDARD",
      username: "dev",
      kubernetesGroups: ["devs"],
    };
    const told = event("UpdateAccessEntry", { responseElements: { accessEntry } });
    expect(told).toMatchObject({
      cluster: "prod",
      marks: [{ part: "access-entry", key: PRINCIPAL, tells: "set" }],
    });
    expect(JSON.parse(told?.marks[0]?.value ?? "")).toEqual({
      principalArn: PRINCIPAL,
      type: "STANDARD",
      username: "dev",
      groups: ["devs"],
    });
  });

  it("tell a creation by its request where the answer is left out, and an update not", () => {
    const requestParameters = { name: "prod", principalArn: PRINCIPAL, kubernetesGroups: ["a"] };
    const told = event("CreateAccessEntry", { requestParameters });
    expect(JSON.parse(told?.marks[0]?.value ?? "")).toMatchObject({
      type: "STANDARD",
      groups: ["a"],
      username: null,
    });
    expect(event("UpdateAccessEntry")?.marks).toMatchObject([{ tells: "touched", value: null }]);
  });

  it("tell policies by the entry and their own ARN", () => {
    const policyArn = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy";
    const accessScope = { type: "namespace", namespaces: ["payments-*"] };
    const requestParameters = {
      name: "prod",
      principalArn: encodeURIComponent(PRINCIPAL),
      policyArn,
      accessScope,
    };
    expect(event("AssociateAccessPolicy", { requestParameters })?.marks).toMatchObject([
      {
        part: "access-policy",
        key: `${PRINCIPAL} ${policyArn}`,
        tells: "set",
        value: JSON.stringify({ policyArn, scope: accessScope }),
      },
    ]);
    const encoded = { ...requestParameters, policyArn: encodeURIComponent(policyArn) };
    expect(event("DisassociateAccessPolicy", { requestParameters: encoded })?.marks).toMatchObject([
      { key: `${PRINCIPAL} ${policyArn}`, tells: "removed" },
    ]);
  });

  it("tell the mode and the creator", () => {
    const accessConfig = { authenticationMode: "API" };
    expect(
      event("UpdateClusterConfig", { requestParameters: { name: "prod", accessConfig } })?.marks,
    ).toMatchObject([{ part: "mode", tells: "set", value: "API" }]);
    expect(event("UpdateClusterConfig", { requestParameters: { name: "prod", logging: {} } })).toBeNull();
    expect(event("CreateCluster", { requestParameters: { clusterName: "prod" } })?.marks).toMatchObject([
      { part: "creator", tells: "created" },
    ]);
  });

  it("are none of what was refused, of another service, or of a broken address", () => {
    expect(event("DeleteAccessEntry", { errorCode: "AccessDenied" })).toBeNull();
    expect(event("DeleteAccessEntry", { eventSource: "sts.amazonaws.com" })).toBeNull();
    const broken = event("DeleteAccessEntry", {
      requestParameters: { name: "prod", principalArn: "%E0%A4%A" },
    });
    expect(broken?.marks).toMatchObject([{ key: "%E0%A4%A", tells: "removed" }]);
  });
});
