import { HOUR, MINUTE, SECOND } from "../calendar";
import type { Mapping } from "../organisation/people";
import { roleNamed } from "../organisation/roles";
import { roleSession } from "../sessions/role-session";
import { recordServiceAssumeRole } from "../trail/assume-role";
import type { WebIdentity } from "../trail/federated-sign-in";
import { checkToken } from "./check-token";
import { chanceFor, openKey, type Scene } from "./scene";
import { takeByToken } from "./take-by-token";

const ARGOCD: WebIdentity = {
  issuer: "oidc.eks.eu-west-1.amazonaws.com/id/5E0C1A7B94D83F26EXAMPLE0PROD0001",
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
  for (let hour = 0; hour < 24; hour += 3) {
    const timeMs = scene.startMs + hour * HOUR + chance.int(0, 20 * MINUTE);
    const sessionName = `botocore-session-${Math.floor(timeMs / SECOND)}`;
    const session = takeByToken(scene, ARGOCD, { role: "argocd-deployer", sessionName, timeMs });
    for (const cluster of ["staging", "devCluster"]) {
      const mapping: Mapping = { username: "argocd", groups: ["deployers"], via: "config-map" };
      const sts = `arn:aws:sts::111122223333:assumed-role/argocd-deployer/${sessionName}`;
      const outcome =
        cluster === "staging" ? ({ ...mapping, username: sts, via: "access-entry" } as const) : mapping;
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

const VELERO_TAGS = [
  { key: "eks-cluster-name", value: "prod" },
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
  const taken = { role: roleNamed("velero-backup"), sessionName, accessKeyId, timeMs, key: accessKeyId };
  const tagKeys = VELERO_TAGS.map((tag) => tag.key);
  const request = { durationSeconds: 21_600, tags: VELERO_TAGS, transitiveTagKeys: tagKeys };
  scene.book.events.push(recordServiceAssumeRole("pods.eks.amazonaws.com", taken, request));
  const person = "system:serviceaccount:velero:velero";
  const session = roleSession({
    ...taken,
    createdMs: timeMs,
    person,
    ip: "192.0.2.131",
    agent: "aws-sdk-go-v2/1.36.3",
  });
  const outcome: Mapping = { username: "velero", groups: ["backup"], via: "config-map" };
  for (const wait of [2, 5, 11])
    checkToken(scene, {
      cluster: "devCluster",
      atMs: timeMs + wait * MINUTE,
      session,
      story: "workload",
      outcome,
    });
}
