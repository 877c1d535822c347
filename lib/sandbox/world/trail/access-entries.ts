import type { AccessEntry } from "../configuration/cluster-configuration";
import type { Cluster } from "../organisation/clusters";
import type { JsonObject, Session } from "../sessions/session";
import type { WorldEvent } from "../world-day";
import { recordCall } from "./record";

/** A change of one access entry. */
interface EntryChange {
  readonly cluster: Cluster;
  readonly entry: AccessEntry;
  readonly timeMs: number;
}

/** In the body the principal's ARN stands as it is, in paths it is percent-encoded (facts: AWS §4.8). */
export function recordCreateEntry(by: Session, change: EntryChange): WorldEvent {
  const { cluster, entry } = change;
  const { principalArn, type, username, kubernetesGroups, createdAt, modifiedAt } = entry;
  return record(by, change, {
    eventName: "CreateAccessEntry",
    request: { name: cluster.name, principalArn, type },
    response: {
      accessEntry: {
        clusterName: cluster.name,
        principalArn,
        kubernetesGroups,
        accessEntryArn: `arn:aws:eks:${cluster.region}:${cluster.accountId}:access-entry/${cluster.name}/role/${cluster.accountId}/data-science/0ac5c2b4`,
        createdAt: Date.parse(createdAt) / 1000,
        modifiedAt: Date.parse(modifiedAt) / 1000,
        tags: {},
        username,
        type,
      },
    },
  });
}

export function recordAssociatePolicy(by: Session, change: EntryChange): WorldEvent {
  const { cluster, entry } = change;
  const { principalArn, policies } = entry;
  const [policy] = policies;
  const policyArn = policy?.policyArn ?? "";
  const accessScope = {
    type: policy?.accessScope.type ?? "",
    namespaces: policy?.accessScope.namespaces ?? [],
  };
  return record(by, change, {
    eventName: "AssociateAccessPolicy",
    request: { name: cluster.name, principalArn: encodeURIComponent(principalArn), policyArn, accessScope },
    response: {
      clusterName: cluster.name,
      principalArn,
      associatedAccessPolicy: {
        policyArn,
        accessScope,
        associatedAt: change.timeMs / 1000,
        modifiedAt: change.timeMs / 1000,
      },
    },
  });
}

export function recordDeleteEntry(by: Session, change: EntryChange): WorldEvent {
  const principalArn = encodeURIComponent(change.entry.principalArn);
  const request = { name: change.cluster.name, principalArn };
  return record(by, change, { eventName: "DeleteAccessEntry", request, response: null });
}

interface Said {
  readonly eventName: string;
  readonly request: JsonObject;
  readonly response: JsonObject | null;
}

function record(by: Session, { cluster, timeMs }: EntryChange, said: Said): WorldEvent {
  const { accountId, region, name } = cluster;
  return recordCall({
    accountId,
    timeMs,
    ...said,
    eventSource: "eks.amazonaws.com",
    region,
    identity: by.identity,
    ip: by.ip,
    agent: by.agent,
    host: `eks.${region}.amazonaws.com`,
    readOnly: false,
    username: by.origin.name,
    key: `${said.eventName}/${name}`,
  });
}
