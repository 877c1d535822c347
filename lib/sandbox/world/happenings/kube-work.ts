import type { Chance } from "../chance";
import type { KubeRequest } from "../lines/audit-event";
import type { Mapping } from "../organisation/mapping";
import type { Session } from "../sessions/session";

/** What somebody does in a cluster, and with which tool. */
export interface KubeWork {
  readonly requests: readonly KubeRequest[];
  /** Absent = as such callers usually have it. */
  readonly agent?: string;
}

const HELM = "Helm/3.16.2";
const ARGO_CD = "argocd-application-controller/v0.0.0 (linux/amd64) kubernetes/$Format";
const VELERO = "velero-server/v1.14.1 (linux/amd64) 8afe3cea8b7058f7baaf447b9fb407312c40d2da";
const TERRAFORM = "HashiCorp/1.0 Terraform/1.9.8";
const DESKTOPS = [
  "kubectl/v1.34.1 (darwin/arm64) kubernetes/93248f9",
  "kubectl/v1.31.4 (linux/amd64) kubernetes/a78aa47",
  "k9s/v0.32.5 (darwin/arm64) kubernetes/$Format",
  "Lens/2026.4.10 (darwin; arm64)",
];

/** What such a caller does, by what stands at the start of its credentials. */
export function usualWork(session: Session, mapping: Mapping, chance: Chance): KubeWork {
  const { kind, name } = session.origin;
  if (kind === "node") return { requests: [leaseRenewal(mapping)] };
  if (kind === "ci") return { agent: HELM, requests: release(chance) };
  if (kind === "workload" && name.includes("argocd")) return { agent: ARGO_CD, requests: sync(chance) };
  if (kind === "workload" && name.includes("velero")) return { agent: VELERO, requests: backup(chance) };
  if (name.endsWith("terraform")) return { agent: TERRAFORM, requests: apply(chance) };
  if (kind === "aws") return { requests: addOn(chance) };
  return { agent: chance.pick(DESKTOPS), requests: byHand(mapping, chance) };
}

function leaseRenewal(mapping: Mapping): KubeRequest {
  const name = mapping.username.replace("system:node:", "");
  const of = { group: "coordination.k8s.io", resource: "leases", namespace: "kube-node-lease", name };
  return { verb: "update", ...of, code: 200 };
}

/** What EKS itself does: it looks after what it runs in the cluster. */
function addOn(chance: Chance): KubeRequest[] {
  const daemon = { group: "apps", resource: "daemonsets", namespace: "kube-system", name: "aws-node" };
  const look: KubeRequest = { ...daemon, verb: "get", code: 200 };
  return chance.happens(0.2) ? [look, { ...daemon, verb: "patch", code: 200 }] : [look];
}

function byHand(mapping: Mapping, chance: Chance): KubeRequest[] {
  const namespace = chance.pick(["default", "shop", "kube-system"]);
  const requests: KubeRequest[] = [{ verb: "list", resource: "pods", namespace, code: 200 }];
  const name = `web-${chance.hex(5)}`;
  const mayWrite = !mapping.groups.includes("viewers");
  if (chance.happens(0.3))
    requests.push({ verb: "get", resource: "configmaps", namespace, name: "web", code: 200 });
  if (chance.happens(0.2)) requests.push(mayI());
  if (chance.happens(0.2)) requests.push({ verb: "watch", resource: "pods", namespace, code: 200 });
  if (chance.happens(0.15))
    requests.push({ verb: "delete", resource: "pods", namespace, name, code: mayWrite ? 200 : 403 });
  if (chance.happens(0.12))
    requests.push({ ...DEPLOYMENT, verb: "patch", namespace, name: "web", code: mayWrite ? 200 : 403 });
  if (chance.happens(0.1) && !mayWrite)
    requests.push({ verb: "get", resource: "secrets", namespace, name: "web-tls", code: 403 });
  if (chance.happens(0.08) && mayWrite) requests.push(chance.pick(STREAMS)(namespace, name));
  return requests;
}

const DEPLOYMENT = { group: "apps", resource: "deployments" };

/** `kubectl auth can-i`: a question, though it is a `create`. */
function mayI(): KubeRequest {
  return { verb: "create", group: "authorization.k8s.io", resource: "selfsubjectaccessreviews", code: 201 };
}

/** Newer kubectl opens a WebSocket, which is a `get`; older ones and `attach` post. */
const STREAMS = [
  (namespace: string, name: string): KubeRequest => ({ ...POD_STREAM, verb: "get", namespace, name }),
  (namespace: string, name: string): KubeRequest => ({ ...POD_STREAM, verb: "create", namespace, name }),
  (namespace: string, name: string): KubeRequest => ({
    ...{ ...POD_STREAM, subresource: "portforward" },
    ...{ verb: "create", namespace, name },
  }),
  (namespace: string, name: string): KubeRequest => ({
    ...{ ...POD_STREAM, subresource: "attach" },
    ...{ verb: "create", namespace, name },
  }),
];
const POD_STREAM = { resource: "pods", subresource: "exec", code: 101 };

function release(chance: Chance): KubeRequest[] {
  const revision = `sh.helm.release.v1.shop.v${chance.int(10, 400)}`;
  return [
    { verb: "list", resource: "secrets", namespace: "shop", code: 200 },
    { verb: "create", resource: "secrets", namespace: "shop", name: revision, code: 201 },
    { ...DEPLOYMENT, verb: "patch", namespace: "shop", name: "web", code: 200 },
    { verb: "patch", resource: "services", namespace: "shop", name: "web", code: 200 },
  ];
}

function sync(chance: Chance): KubeRequest[] {
  return [
    { verb: "list", resource: "pods", code: 200 },
    { ...DEPLOYMENT, verb: "watch", code: 200 },
    ...(chance.happens(0.5)
      ? [{ ...DEPLOYMENT, verb: "patch", namespace: "shop", name: chance.pick(["web", "cart"]), code: 200 }]
      : []),
    { verb: "create", resource: "events", namespace: "argocd", code: 201 },
  ];
}

function backup(chance: Chance): KubeRequest[] {
  const name = `daily-${chance.hex(6)}`;
  return [
    { verb: "list", resource: "persistentvolumes", code: 200 },
    { verb: "create", group: "velero.io", resource: "backups", namespace: "velero", name, code: 201 },
  ];
}

/** Namespaces for reviews come and go. */
function apply(chance: Chance): KubeRequest[] {
  const preview = `preview-${chance.int(100, 999)}`;
  return [
    { verb: "get", resource: "namespaces", namespace: "shop", name: "shop", code: 200 },
    { verb: "patch", resource: "configmaps", namespace: "shop", name: "settings", code: 200 },
    ...(chance.happens(0.4)
      ? [{ verb: "delete", resource: "namespaces", namespace: preview, name: preview, code: 200 }]
      : []),
  ];
}
