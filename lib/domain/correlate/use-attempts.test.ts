import { describe, expect, it } from "vitest";
import { scenario } from "@/lib/testing/scenario";
import { toSentences } from "@/lib/testing/to-sentences";
import type { AuditEvent } from "../parse/audit-event";
import { correlate, deriveWithin } from "./correlate";
import { toIdentityUse, type UseRecord } from "./identity-use";

const DAY = Date.UTC(2026, 10, 2);
const HOUR = 3_600_000;

interface Person {
  readonly username: string;
  readonly uid?: string;
  readonly key?: string;
}

const ALICE: Person = { username: "admin:alice-example.com" };

function auditEvent(clock: string, { username, uid, key = "ASIAEXAMPLEALICE" }: Person): AuditEvent {
  return {
    auditId: clock,
    stage: "ResponseComplete",
    timeMs: Date.parse(`2026-11-02T${clock}Z`),
    verb: "list",
    uri: "/api/v1/pods",
    object: null,
    actsAs: null,
    decision: "allow",
    reason: "",
    user: {
      username,
      uid: uid ?? "aws-iam-authenticator:111122223333:AROAEXAMPLEADMIN",
      groups: ["system:masters", "system:authenticated"],
      arn: "arn:aws:sts::111122223333:assumed-role/Admin/alice@example.com",
      canonicalArn: "arn:aws:iam::111122223333:role/Admin",
      sessionName: "alice@example.com",
      accessKeyId: key,
      principalId: "AROAEXAMPLEADMIN",
    },
    sourceIp: "203.0.113.9",
    userAgent: "kubectl/v1.34.1",
    code: 200,
  };
}

function useAt(clock: string, person = ALICE, cluster = "quiet"): UseRecord {
  const use = toIdentityUse(auditEvent(clock, person));
  if (use === null) throw new Error("no use of an IAM caller");
  const stream = "kube-apiserver-audit-0123456789abcdef0123456789abcdef";
  const recordId = `${cluster}-${clock}-${person.key ?? ""}`;
  return {
    recordId,
    eventId: recordId,
    cluster,
    stream,
    timeMs: Date.parse(`2026-11-02T${clock}Z`),
    event: use,
  };
}

function rebuild(uses: readonly UseRecord[], picture = "") {
  const { lines, events } = scenario(picture);
  return correlate({ lines, events, uses, regionOf: () => "eu-west-1" });
}

describe("attempts rebuilt from the audit log", () => {
  it("are one for each session, identity and quarter of an hour, at its first use", () => {
    const uses = [
      useAt("12:01:00.000"),
      useAt("12:00:30.000"),
      useAt("12:14:59.999"),
      useAt("12:15:00.000"),
      useAt("12:01:30.000", { ...ALICE, key: "ASIAEXAMPLEOTHER" }),
      useAt("12:01:00.000", ALICE, "dim"),
    ];
    const told = rebuild(uses);
    expect(told.map(({ id }) => id)).toEqual([
      "quiet-12:00:30.000-",
      "dim-12:01:00.000-",
      "quiet-12:01:30.000-ASIAEXAMPLEOTHER",
      "quiet-12:15:00.000-",
    ]);
    expect(rebuild(uses.toReversed())).toEqual(told);
    expect(toSentences(told.slice(0, 1))).toEqual([
      "alice@example.com had got in to quiet as admin:alice-example.com in system:masters, system:authenticated, with the role Admin. (no event)",
    ]);
    expect(told[0]).toMatchObject({
      decision: "granted",
      caller: { accountId: "111122223333", uniqueId: "AROAEXAMPLEADMIN", accessKeyId: "ASIAEXAMPLEALICE" },
      sts: null,
      evidence: [{ source: "audit", recordId: "quiet-12:00:30.000-" }],
    });
  });

  it("leave an hour to the authenticator's own log where that tells anything of the cluster", () => {
    const uses = [useAt("12:59:00.000"), useAt("13:00:00.000"), useAt("12:59:00.000", ALICE, "dim")];
    const told = rebuild(
      uses,
      `
      who bob user=bob
      12:00:00.000  quiet  granted  bob  port=1  as=bob  in=dev
      `,
    );
    expect(
      told.map(({ cluster, kubernetes, timeMs }) => [cluster, kubernetes?.username, timeMs - DAY]),
    ).toEqual([
      ["quiet", "bob", 12 * HOUR],
      ["dim", "admin:alice-example.com", 12 * HOUR + 59 * 60_000],
      ["quiet", "admin:alice-example.com", 13 * HOUR],
    ]);
  });

  it("are the same hour by hour as all at once", () => {
    const uses = ["11:59:59.999", "12:00:00.000", "12:59:59.999", "13:00:00.000"].map((clock) =>
      useAt(clock),
    );
    const input = { lines: [], events: [], uses, regionOf: () => "eu-west-1" };
    const hours = [11, 12, 13].map((hour) => ({ from: DAY + hour * HOUR, to: DAY + (hour + 1) * HOUR }));
    expect(hours.flatMap((keep) => deriveWithin({ ...input, keep }).attempts)).toEqual(correlate(input));
  });
});

describe("toIdentityUse", () => {
  it("knows the authenticator's callers by their uid, and nobody else", () => {
    const uses = (uid: string) => toIdentityUse(auditEvent("12:00:00.000", { ...ALICE, uid })) !== null;
    expect(uses("aws-iam-authenticator:111122223333:AIDAEXAMPLE")).toBe(true);
    expect(uses("heptio-authenticator-aws:111122223333:AROAEXAMPLE")).toBe(true);
    expect(uses("aws-iam-authenticator:111122223333:111122223333:fed")).toBe(true);
    expect(uses("aws-iam-authenticator:administrative:eks:node-manager")).toBe(false);
    expect(uses("b3a7a3a0-0000-4000-8000-000000000000")).toBe(false);
    expect(uses("")).toBe(false);
  });

  it("waits for the answer", () => {
    expect(toIdentityUse({ ...auditEvent("12:00:00.000", ALICE), stage: "RequestReceived" })).toBeNull();
  });
});
