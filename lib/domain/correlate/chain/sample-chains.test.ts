import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseCloudTrailFile } from "../../parse/cloudtrail-file";
import type { CloudTrailRecord } from "../../parse/cloudtrail-record";
import type { Chain } from "./chain";
import { type Credentials, readCredentials } from "./credentials";
import { type HopEvent, toHopEvent } from "./hop-event";
import { createHopIndex } from "./hop-index";
import { traceChains } from "./trace-chains";

const SAMPLES = "../shared/samples";
const POD_PAIR = "lookupevents-eks-immersion-day-3-pod-identity-deep-dive.json";
const POD_REFUSED = "lookupevents-eks-immersion-day-4-eks-pod-identity-usecases.json";
const POD_APART = "cloudtrail-eks-immersion-day-pod-identity.json";
const FEDERATION = "cloudtrail-stratus-red-team.json";

const isThere = existsSync(SAMPLES);
if (!isThere) console.warn(`${SAMPLES} is absent: the chains of AWS's own records are not tested`);

describe.skipIf(!isThere)("the chains of recorded events", () => {
  it("lead from a pod's key over the pair of EKS Pod Identity to its service account", async () => {
    const records = read(POD_PAIR);
    const agent = named(records, "AssumeRoleForPodIdentity");
    const role = named(records, "AssumeRole");
    const chain = await chainOfIssued(role, records);
    expect(chain.hops.map(({ kind, eventId, confidence }) => [kind, eventId, confidence])).toEqual([
      ["pod-identity", agent.eventId, "timed"],
      ["assume-role", role.eventId, "keyed"],
    ]);
    expect(chain).toMatchObject({
      end: "origin",
      origin: { kind: "workload", name: "system:serviceaccount:ns-a:sa1", nameFrom: "pod-tags" },
    });
  });

  it("pair no two events of Pod Identity that are an hour apart", async () => {
    const records = read(POD_APART);
    const role = named(records, "AssumeRole");
    const chain = await chainOfIssued(role, records);
    expect(chain.hops.map(({ eventId }) => eventId)).toEqual([role.eventId]);
    expect(chain.origin).toMatchObject({ kind: "workload", name: "system:serviceaccount:ns-a:sa1" });
  });

  it("leave out a refused AssumeRoleForPodIdentity", () => {
    expect(read(POD_REFUSED)).toHaveLength(1);
    expect(hopsOf(read(POD_REFUSED))).toEqual([]);
  });

  it("lead from a federated user to the user who asked for the federation token", async () => {
    const records = read(FEDERATION);
    const asked = named(records, "GetFederationToken");
    const used = records.find(({ identity }) => identity.type === "FederatedUser");
    if (used === undefined) throw new Error("no use of the token");
    const chain = await trace(readCredentials(used), used.timeMs, records);
    expect(chain.hops.map(({ kind, eventId, confidence }) => [kind, eventId, confidence])).toEqual([
      ["get-federation-token", asked.eventId, "keyed"],
    ]);
    expect(chain).toMatchObject({
      end: "origin",
      origin: { kind: "person", name: asked.identity.userName, nameFrom: "iam-user" },
    });
  });
});

function read(file: string): CloudTrailRecord[] {
  return parseCloudTrailFile(readFileSync(`${SAMPLES}/${file}`, "utf8")).records.map(({ record }) => record);
}

function named(records: readonly CloudTrailRecord[], name: string): CloudTrailRecord {
  const found = records.find(({ eventName }) => eventName === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

function hopsOf(records: readonly CloudTrailRecord[]): HopEvent[] {
  return records.flatMap((record) => toHopEvent(record, { recordId: record.eventId, stream: "" }) ?? []);
}

async function trace(
  credentials: Credentials,
  usedMs: number,
  records: readonly CloudTrailRecord[],
): Promise<Chain> {
  const start = { credentials, usedMs, confidence: "keyed" as const };
  const [chain] = await traceChains([start], createHopIndex(hopsOf(records)));
  if (chain === undefined) throw new Error("no chain");
  return chain;
}

/** The chain of the session whose credentials this event gave out, used a second later. */
function chainOfIssued(
  { issued, identity, timeMs, eventTimeMs }: CloudTrailRecord,
  records: readonly CloudTrailRecord[],
): Promise<Chain> {
  const session = { type: "AssumedRole", ...issued, createdMs: eventTimeMs, service: null };
  const credentials = { ...readCredentials({ identity }), ...session } as Credentials;
  return trace(credentials, timeMs + 1_000, records);
}
