import { HOUR, MINUTE, SECOND } from "../calendar";
import { clusterArnOf, oidcIssuerOf } from "../organisation/clusters";
import { entry, entryUsername, listed } from "../organisation/mapping";
import { roleSession } from "../sessions/role-session";
import { recordServiceAssumeRole } from "../trail/assume-role";
import { recordPodIdentity } from "../trail/pod-identity";
import type { WebIdentity } from "../trail/federated-sign-in";
import { checkToken } from "./check-token";
import { chanceFor, openKey, recordHop, roleIn, type Scene } from "./scene";
import { takeByToken } from "./take-by-token";
import { takeAsInstance } from "./take-role";

const ARGOCD: Omit<WebIdentity, "issuer"> = {
  subject: "system:serviceaccount:argocd:argocd-application-controller",
  ip: "192.0.2.130",
  agent: "Boto3/1.35.20 md/Botocore#1.35.20 ua/2.0 os/linux#6.1.0 md/arch#x86_64 lang/python#3.11.9",
};

/** Pods with a role of their own call other clusters. */
export function workloadsCall(scene: Scene): void {
  argocdSyncs(scene);
  veleroBacksUp(scene);
}

/** IRSA: the pod's service account token against a role, from one cluster into the others. */
function argocdSyncs(scene: Scene): void {
  const chance = chanceFor(scene, "argocd");
  const { prod, staging, dev } = scene.team.clusters;
  const identity = { ...ARGOCD, issuer: oidcIssuerOf(prod) };
  for (let hour = 0; hour < 24; hour += 3) {
    const timeMs = scene.startMs + hour * HOUR + chance.int(0, 20 * MINUTE);
    const sessionName = `botocore-session-${Math.floor(timeMs / SECOND)}`;
    const session = takeByToken(scene, identity, { role: "argocd-deployer", sessionName, timeMs });
    const username = entryUsername(roleIn(scene, "argocd-deployer"), sessionName);
    for (const cluster of [staging, dev]) {
      const groups = ["deployers"];
      const outcome = cluster === staging ? entry(username, groups) : listed("argocd", groups);
      checkToken(scene, {
        cluster,
        atMs: timeMs + chance.int(900, 20_000),
        session,
        story: "workload",
        outcome,
      });
    }
  }
}

const VELERO_POD = [
  { key: "kubernetes-namespace", value: "velero" },
  { key: "kubernetes-service-account", value: "velero" },
  { key: "kubernetes-pod-name", value: "velero-7c9f6d5b8-x2k4q" },
];

/** EKS Pod Identity: the role is taken by `pods.eks.amazonaws.com`, and the tags name the pod. */
function veleroBacksUp(scene: Scene): void {
  const chance = chanceFor(scene, "velero");
  const timeMs = scene.startMs + HOUR + chance.int(0, 10 * MINUTE);
  const sessionName = `eks-prod-velero-7c9f-${chance.uuid()}`;
  const accessKeyId = openKey(scene, "velero");
  const role = roleIn(scene, "velero-backup");
  const { region, clusters } = scene.team;
  const taken = { role, region, sessionName, accessKeyId, timeMs, key: accessKeyId };
  const { prod } = clusters;
  const tags = [
    { key: "eks-cluster-arn", value: clusterArnOf(prod) },
    { key: "eks-cluster-name", value: prod.name },
    ...VELERO_POD,
    { key: "kubernetes-pod-uid", value: chance.uuid() },
  ];
  const request = { durationSeconds: 21_600, tags, transitiveTagKeys: tags.map((tag) => tag.key) };
  const node = takeAsInstance(scene, {
    role: "prod-node",
    instanceId: `i-0${chance.hex(16)}`,
    timeMs: timeMs - HOUR / 2,
  });
  const asked = recordHop(scene, recordPodIdentity(node, { timeMs, cluster: prod, key: accessKeyId }));
  const hop = recordHop(scene, recordServiceAssumeRole("pods.eks.amazonaws.com", taken, request));
  const origin = { kind: "workload", name: "system:serviceaccount:velero:velero" } as const;
  const session = roleSession({
    ...taken,
    createdMs: timeMs,
    origin,
    chain: [asked, hop],
    ip: "192.0.2.131",
    agent: "aws-sdk-go-v2/1.36.3",
  });
  const outcome = listed("velero", ["backup"]);
  for (const wait of [2, 5, 11])
    checkToken(scene, {
      cluster: clusters.dev,
      atMs: timeMs + wait * MINUTE,
      session,
      story: "workload",
      outcome,
    });
}
