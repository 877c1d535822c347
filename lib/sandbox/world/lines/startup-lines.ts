import type { Cluster, Dialect } from "../organisation/clusters";
import { type LineFields, type LogLine, printGroups } from "./print-line";

const BACKENDS = {
  CONFIG_MAP: ["MountedFile", "EKSConfigMap"],
  API_AND_CONFIG_MAP: ["MountedFile", "DynamicFile", "EKSConfigMap"],
  API: ["MountedFile", "DynamicFile"],
} as const;
const VERSIONS: Readonly<Record<Dialect, string | null>> = {
  current: "v0.7.18",
  middle: "v0.7.4",
  older: "v0.5.17",
  oldest: null,
};
const COMMIT = "5d1c7e20f4b98a63e0c1d2f3a4b5c6d7e8f90123";

/**
 * What an instance writes when it starts (facts: authenticator §1.4). The `mapping IAM …` lines show the mounted file
 * only: AWS's own roles and the hidden creator.
 */
export function startupLines(cluster: Cluster, dialect: Dialect, creatorArn: string): (LogLine | string)[] {
  const version = VERSIONS[dialect];
  return [
    ...(version === null ? [] : [`Authenticator Version: "${version}", "${COMMIT}"`]),
    ...hiddenMappings(cluster, creatorArn),
    ...BACKENDS[cluster.authenticationMode].map((name) => info(`starting mapper "${name}"`)),
    info("loaded existing keypair", {
      certPath: "/var/aws-iam-authenticator/cert.pem",
      keyPath: "/var/aws-iam-authenticator/key.pem",
    }),
    info("writing webhook kubeconfig file", {
      kubeconfigPath: "/etc/kubernetes/aws-iam-authenticator/kubeconfig.yaml",
    }),
    info("listening on 127.0.0.1:21362"),
    info(
      "reconfigure your apiserver with `--authentication-token-webhook-config-file=/etc/kubernetes/aws-iam-authenticator/kubeconfig.yaml` to enable (assuming default hostPath mounts)",
    ),
    info("Starting the h.ec2Provider.startEc2DescribeBatchProcessing "),
    ...(cluster.authenticationMode === "API" ? [] : [info("startLoadConfigMap in EKSConfigMap")]),
  ];
}

function hiddenMappings(cluster: Cluster, creatorArn: string): LogLine[] {
  const aws = (role: string, username: string): LogLine =>
    info("mapping IAM role", {
      groups: printGroups([]),
      role: `arn:aws:iam::999988887777:role/${role}`,
      username,
    });
  const creator = info("mapping IAM user", {
    groups: printGroups(["system:masters"]),
    user: creatorArn,
    username: "kubernetes-admin",
  });
  return [
    aws("AWSWesleyClusterManagerLambda-NodeManagerRole-1QX7EXAMPLE2A", "eks:node-manager"),
    aws("AWSWesleyClusterManagerLambda-Add-AddonManagerRole-1ZK3EXAMPLE9", "eks:addon-manager"),
    ...(cluster.authenticationMode === "API" ? [] : [creator]),
  ];
}

function info(msg: string, fields: LineFields = {}): LogLine {
  return { level: "info", msg, fields };
}
