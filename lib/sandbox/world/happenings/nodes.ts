import { HOUR, MINUTE } from "../calendar";
import { createChance } from "../chance";
import type { Cluster } from "../organisation/clusters";
import type { Mapping } from "../organisation/mapping";
import { roleSession } from "../sessions/role-session";
import { instancesAt } from "../streams";
import { recordServiceAssumeRole } from "../trail/assume-role";
import { checkToken } from "./check-token";
import { chanceFor, openKey, recordHop, roleIn, type Scene } from "./scene";
import { writerFor } from "./stream-writer";
import { takeAsInstance } from "./take-role";

const NODE_ROLES = { prod: "prod-node", staging: "staging-node", dev: "devCluster-node" } as const;

/** A machine that joins a cluster. */
interface Machine {
  readonly cluster: Cluster;
  readonly instanceId: string;
  readonly dnsName: string;
}

/** The nodes of a day: each lives for six days, and they are not replaced on the same day. */
function machinesOf(day: number, cluster: Cluster): Machine[] {
  return Array.from({ length: cluster.nodes }, (_, place) => {
    const generation = Math.floor((day + place * 2) / 6);
    const chance = createChance(`${cluster.seed}/machine/${cluster.name}/${place}/${generation}`);
    const octets = `10-${20 + cluster.name.length}-${chance.int(0, 95)}-${chance.int(4, 250)}`;
    return {
      cluster,
      instanceId: `i-0${chance.hex(16)}`,
      dnsName: `ip-${octets}.${cluster.region}.compute.internal`,
    };
  });
}

/** Every kubelet shows its token about once an hour; its credentials are renewed every six hours. */
export function nodesRenewTokens(scene: Scene): void {
  for (const cluster of scene.clusters) {
    for (const machine of machinesOf(scene.day, cluster)) renewTokens(scene, machine);
    for (let place = 0; place < cluster.fargate; place++) fargateRenewsTokens(scene, cluster, place);
  }
}

function renewTokens(scene: Scene, machine: Machine): void {
  const { cluster } = machine;
  const chance = chanceFor(scene, `node/${machine.instanceId}`);
  for (let shift = 0; shift < 4; shift++) {
    const start = scene.startMs + shift * 6 * HOUR;
    const timeMs = start + 2 * MINUTE + chance.int(0, 5 * MINUTE);
    const taken = { role: NODE_ROLES[cluster.stage], instanceId: machine.instanceId, timeMs };
    const session = takeAsInstance(scene, taken);
    for (let hour = 0; hour < 6; hour++) {
      const atMs = start + hour * HOUR + 9 * MINUTE + chance.int(0, 49 * MINUTE);
      if (hour === 0) announceLookup(scene, machine, atMs - 40);
      checkToken(scene, {
        cluster,
        atMs,
        session,
        story: "node",
        outcome: nodeMapping(cluster, machine),
        ...(hour === 0 && { decideMs: chance.int(60, 240) }),
      });
    }
  }
}

function nodeMapping(cluster: Cluster, machine: Machine): Mapping {
  const username = `system:node:${machine.dnsName}`;
  if (cluster.authenticationMode === "API")
    return { username, groups: ["system:nodes"], via: "access-entry" };
  return { username, groups: ["system:bootstrappers", "system:nodes"], via: "config-map" };
}

function announceLookup(scene: Scene, machine: Machine, timeMs: number): void {
  const instance = instancesAt(machine.cluster, timeMs)[0];
  if (instance === undefined) return;
  // The blank at the end is the authenticator's own.
  const msg = `Calling ec2:DescribeInstances for the InstanceId = ${machine.instanceId} `;
  writerFor(scene, instance)(timeMs, { level: "info", msg, fields: {} });
}

function fargateRenewsTokens(scene: Scene, cluster: Cluster, place: number): void {
  const chance = chanceFor(scene, `fargate/${cluster.name}/${place}`);
  const name = `fargate-ip-10-24-${110 + place}-${chance.int(4, 250)}.${cluster.region}.compute.internal`;
  const role = roleIn(scene, "prod-fargate-pod-execution");
  const createdMs = scene.startMs + chance.int(0, 2 * MINUTE);
  const accessKeyId = openKey(scene, `fargate/${name}`);
  const taken = {
    role,
    region: cluster.region,
    sessionName: name,
    accessKeyId,
    timeMs: createdMs,
    key: accessKeyId,
  };
  const hop = recordHop(scene, recordServiceAssumeRole("eks-fargate-pods.amazonaws.com", taken));
  const session = roleSession({
    ...taken,
    createdMs,
    origin: { kind: "node", name },
    chain: [hop],
    ip: "10.24.110.9",
    agent: "aws-cli/2.31.18",
  });
  const groups = ["system:bootstrappers", "system:nodes", "system:node-proxier"];
  for (let hour = 0; hour < 24; hour += 2) {
    checkToken(scene, {
      cluster,
      atMs: createdMs + hour * HOUR + chance.int(3 * MINUTE, 100 * MINUTE),
      session,
      story: "fargate node",
      outcome: { username: `system:node:${name}`, groups, via: "config-map" },
    });
  }
}
