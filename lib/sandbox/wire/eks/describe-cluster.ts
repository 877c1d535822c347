import { type Cluster, oidcIssuerOf } from "../../world/organisation/clusters";
import { loggingSetting, logTypesAt } from "../../world/organisation/logging";
import { authorize } from "../authorize";
import type { Call } from "../cloud";
import type { KubernetesAddress } from "../kubernetes/kubernetes-address";
import { clusterArn, clusterNamed } from "./clusters-of-call";

/** Throws ResourceNotFoundException (404). `input.name` comes from the path. */
export async function describeCluster(call: Call): Promise<unknown> {
  const name = String(call.input.name);
  authorize(call, "eks:DescribeCluster", clusterArn(call, name));
  const cluster = clusterNamed(call, name);
  const address = await call.cloud.kubernetes.addressOf(cluster);
  return { cluster: describeOne(call, cluster, address) };
}

function describeOne(call: Call, cluster: Cluster, { endpoint, authority }: KubernetesAddress): unknown {
  const isPrivate = call.cloud.knobs.privateEndpoints?.includes(cluster.name) ?? false;
  return {
    name: cluster.name,
    arn: clusterArn(call, cluster.name),
    createdAt: Date.parse(cluster.createdAt) / 1000,
    version: cluster.version,
    endpoint,
    roleArn: `arn:aws:iam::${cluster.accountId}:role/${cluster.name}-cluster`,
    resourcesVpcConfig: {
      subnetIds: ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"],
      securityGroupIds: [],
      clusterSecurityGroupId: "sg-0a1b2c3d4e5f60003",
      vpcId: "vpc-0a1b2c3d4e5f60004",
      endpointPublicAccess: !isPrivate,
      endpointPrivateAccess: true,
      publicAccessCidrs: ["0.0.0.0/0"],
    },
    kubernetesNetworkConfig: { serviceIpv4Cidr: "172.20.0.0/16", ipFamily: "ipv4" },
    logging: { clusterLogging: loggingOf(call, cluster) },
    identity: { oidc: { issuer: `https://${oidcIssuerOf(cluster)}` } },
    status: "ACTIVE",
    certificateAuthority: { data: Buffer.from(authority).toString("base64") },
    platformVersion: cluster.platformVersion,
    tags: { team: "platform" },
    health: { issues: [] },
    accessConfig: { authenticationMode: cluster.authenticationMode },
    upgradePolicy: { supportType: "EXTENDED" },
    deletionProtection: false,
  };
}

function loggingOf(call: Call, cluster: Cluster): unknown {
  const { logTypeOff = [], auditLogOff = [] } = call.cloud.knobs;
  const off = { authenticator: logTypeOff, audit: auditLogOff, api: [] };
  const on = logTypesAt(cluster, call.cloud.now()).filter(
    (type) => !off[type].some((name) => name === cluster.name),
  );
  return loggingSetting(on);
}
