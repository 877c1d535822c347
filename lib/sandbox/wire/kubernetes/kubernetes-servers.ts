import { createServer, type Server } from "node:https";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Cluster } from "../../world/organisation/clusters";
import type { Cloud } from "../cloud";
import type { Principal } from "../principals";
import { answerKubernetes } from "./answer-kubernetes";
import { type LoopbackCertificate, makeLoopbackCertificate } from "./certificates";
import { checkToken } from "./check-token";
import type { KubernetesServers } from "./kubernetes-address";

/** Nobody listens there. */
const DISCARD_PORT = 9;

type Needs = Pick<Cloud, "world" | "now" | "knobs" | "principals">;

export function createKubernetesServers(cloud: Needs): KubernetesServers {
  const servers = new Map<string, Promise<Server>>();
  let made: LoopbackCertificate | null = null;
  const certificate = () => {
    made ??= makeLoopbackCertificate();
    return made;
  };
  return {
    async addressOf(cluster) {
      const { authority } = certificate();
      const isPrivate = cloud.knobs.privateEndpoints?.includes(cluster.name) ?? false;
      if (isPrivate) return { endpoint: `https://127.0.0.1:${DISCARD_PORT}`, authority };
      const server = servers.get(cluster.name) ?? startServer(cloud, cluster, certificate());
      servers.set(cluster.name, server);
      return { endpoint: `https://127.0.0.1:${((await server).address() as AddressInfo).port}`, authority };
    },
    async close() {
      const all = await Promise.all(servers.values());
      await Promise.all(all.map(closeServer));
    },
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function startServer(cloud: Needs, cluster: Cluster, { key, certificate }: LoopbackCertificate) {
  const server = createServer({ key, cert: certificate }, (request, response) => {
    const { status, body } = answer(cloud, cluster, request);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  return server;
}

function answer(cloud: Needs, cluster: Cluster, { method = "GET", url = "/", headers }: IncomingMessage) {
  const { pathname: path, searchParams: query } = new URL(url, "https://kubernetes");
  const token = /^Bearer (\S+)$/.exec(headers.authorization ?? "")?.[1] ?? "";
  const nowMs = cloud.now();
  const principal = checkToken(token, { principals: cloud.principals, cluster: cluster.name, nowMs });
  const { noKubernetesAccess = [], noKubernetesRights = [] } = cloud.knobs;
  const configuration = cloud.world.configurationOf(cluster, nowMs);
  const isIn = principal !== null && !noKubernetesAccess.includes(cluster.name);
  return answerKubernetes(
    {
      method,
      path,
      query,
      username: isIn ? usernameOf(principal, configuration) : null,
      mayRead: !noKubernetesRights.includes(cluster.name),
    },
    configuration,
  );
}

/** null: neither an access entry nor a line of aws-auth is for this principal. */
function usernameOf(
  { arn }: Principal,
  { accessEntries, awsAuth }: ReturnType<Cloud["world"]["configurationOf"]>,
): string | null {
  const role = /^arn:aws:sts::(\d+):assumed-role\/([^/]+)\//.exec(arn);
  const canonical = role === null ? arn : `arn:aws:iam::${role[1]}:role/${role[2]}`;
  const entry = accessEntries.find(({ principalArn }) => principalArn.replace(/\/.*\//, "/") === canonical);
  if (entry !== undefined) return entry.username;
  return Object.values(awsAuth ?? {}).some((text) => text.includes(`arn: ${canonical}\n`))
    ? "gatebook"
    : null;
}
