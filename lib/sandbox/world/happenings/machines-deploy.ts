import { HOUR, isWorkday, MINUTE, SECOND } from "../calendar";
import type { Mapping } from "../organisation/people";
import { roleNamed } from "../organisation/roles";
import { userNamed } from "../organisation/users";
import { roleSession } from "../sessions/role-session";
import type { Session } from "../sessions/session";
import { userSession } from "../sessions/user-session";
import { recordServiceAssumeRole } from "../trail/assume-role";
import { recordDescribeCluster } from "../trail/describe-cluster";
import { recordWebIdentity, type WebIdentity } from "../trail/federated-sign-in";
import { checkToken } from "./check-token";
import { chanceFor, openKey, type Scene } from "./scene";

const GITHUB: WebIdentity = {
  issuer: "token.actions.githubusercontent.com",
  subject: "repo:example/shop:ref:refs/heads/main",
  ip: "192.0.2.88",
  agent:
    "aws-sdk-js/3.864.0 ua/2.1 os/linux#6.11.0 lang/js md/nodejs#20.19.4 api/sts#3.864.0 configure-aws-credentials-for-github-actions",
};
const ARGOCD: WebIdentity = {
  issuer: "oidc.eks.eu-west-1.amazonaws.com/id/5E0C1A7B94D83F26EXAMPLE0PROD0001",
  subject: "system:serviceaccount:argocd:argocd-application-controller",
  ip: "192.0.2.130",
  agent: "Boto3/1.35.20 md/Botocore#1.35.20 ua/2.0 os/linux#6.1.0 md/arch#x86_64 lang/python#3.11.9",
};

/** What is not a person and not a node: CI, workloads with a role of their own, users with long-lived keys. */
export function machinesDeploy(scene: Scene): void {
  githubDeploys(scene);
  argocdSyncs(scene);
  veleroBacksUp(scene);
  usersWithKeys(scene);
  partnerDeploys(scene);
}

function githubDeploys(scene: Scene): void {
  const chance = chanceFor(scene, "github");
  const runs = isWorkday(scene.day) ? chance.int(6, 9) : chance.int(2, 3);
  for (let run = 0; run < runs; run++) {
    const timeMs = scene.startMs + chance.int(7 * HOUR, 20 * HOUR);
    const session = takeByToken(scene, GITHUB, {
      role: "github-deploy",
      sessionName: "GitHubActions",
      timeMs,
    });
    for (const cluster of chance.happens(0.5) ? ["staging", "prod"] : ["staging"]) {
      const atMs = timeMs + (cluster === "prod" ? 3 * MINUTE : 0) + chance.int(4 * SECOND, 40 * SECOND);
      const key = `github/${cluster}/${session.accessKeyId}`;
      scene.book.events.push(recordDescribeCluster(session, { timeMs: atMs - 2500, cluster, key }));
      const username = "arn:aws:sts::111122223333:assumed-role/github-deploy/GitHubActions";
      const outcome: Mapping = { username, groups: ["deployers"], via: "access-entry" };
      checkToken(scene, { cluster, atMs, session, story: "CI", outcome });
    }
  }
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

function takeByToken(
  scene: Scene,
  identity: WebIdentity,
  taken: { role: string; sessionName: string; timeMs: number },
): Session {
  const accessKeyId = openKey(scene, `web/${taken.role}/${taken.timeMs}`);
  const issue = { ...taken, role: roleNamed(taken.role), accessKeyId, key: accessKeyId };
  scene.book.events.push(recordWebIdentity(identity, issue));
  const { subject, ip, agent } = identity;
  return roleSession({
    ...issue,
    createdMs: taken.timeMs,
    person: subject,
    ip,
    agent,
    context: {
      webIdFederationData: {
        federatedProvider: `arn:aws:iam::111122223333:oidc-provider/${identity.issuer}`,
        attributes: {},
      },
    },
  });
}

/** EKS Pod Identity: the role is taken by `pods.eks.amazonaws.com`, and the tags name the pod. */
function veleroBacksUp(scene: Scene): void {
  const chance = chanceFor(scene, "velero");
  const timeMs = scene.startMs + HOUR + chance.int(0, 10 * MINUTE);
  const sessionName = `eks-prod-velero-7c9f-${chance.uuid()}`;
  const accessKeyId = openKey(scene, "velero");
  const taken = { role: roleNamed("velero-backup"), sessionName, accessKeyId, timeMs, key: accessKeyId };
  const tags = [
    { key: "eks-cluster-name", value: "prod" },
    { key: "kubernetes-namespace", value: "velero" },
    { key: "kubernetes-service-account", value: "velero" },
    { key: "kubernetes-pod-name", value: "velero-7c9f6d5b8-x2k4q" },
  ];
  const request = { durationSeconds: 21_600, tags, transitiveTagKeys: tags.map((tag) => tag.key) };
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

function usersWithKeys(scene: Scene): void {
  const chance = chanceFor(scene, "users");
  const use = (name: string, cluster: string, atMs: number) => {
    const user = userNamed(name);
    const outcome = user.mappings[cluster] ?? null;
    checkToken(scene, { cluster, atMs, session: userSession(user), story: "IAM user", outcome });
  };
  for (let hour = 1; hour < 24; hour += 4)
    use("backup-operator", "devCluster", scene.startMs + hour * HOUR + chance.int(0, 3 * MINUTE));
  const plan = scene.startMs + chance.int(9 * HOUR, 15 * HOUR);
  for (const wait of [0, 11, 23]) use("terraform", "prod", plan + wait * MINUTE + chance.int(0, 30_000));
  use("terraform", "devCluster", plan + 31 * MINUTE);
  for (let turn = 0; turn < 3; turn++)
    use(
      "heidi",
      chance.pick(["prod", "devCluster"]),
      scene.startMs + 9 * HOUR + turn * 3 * HOUR + chance.int(0, HOUR),
    );
}

/** A role of another account: the log shows it, but its STS event is in the other account's trail. */
function partnerDeploys(scene: Scene): void {
  const chance = chanceFor(scene, "partner");
  if (!chance.happens(0.6)) return;
  const atMs = scene.startMs + chance.int(10 * HOUR, 16 * HOUR);
  const session = roleSession({
    role: roleNamed("partner-deploy"),
    sessionName: "release-train",
    accessKeyId: openKey(scene, "partner"),
    createdMs: atMs - MINUTE,
    person: "partner-deploy/release-train",
    ip: "192.0.2.201",
    agent: "aws-cli/2.31.18",
  });
  const outcome: Mapping = { username: "partner:release-train", groups: ["deployers"], via: "config-map" };
  checkToken(scene, { cluster: "prod", atMs, session, story: "other account", outcome });
}
