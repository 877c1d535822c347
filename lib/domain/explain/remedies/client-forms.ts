import type { RemedyValues } from "./principal-at-cluster";
import type { RemedyForm } from "./remedy-form";

type FormOf = (values: RemedyValues) => RemedyForm;

const form =
  (kind: RemedyForm["form"], text: (values: RemedyValues) => string, note: string | null = null): FormOf =>
  (values) => ({ form: kind, text: text(values), grants: null, note });

/** Remedies on the caller's own side, that grant nothing. Sources: AWS CLI reference, Kubernetes client authentication v1beta1. */
export const updateKubeconfig = form(
  "AWS CLI",
  ({ cluster, region }) => `aws eks update-kubeconfig --name ${cluster} --region ${region}`,
  "With --profile NAME for credentials that are not the default ones, or --role-arn ARN for a role to take first.",
);

export const newCredentials = form(
  "AWS CLI",
  () => "aws sso login\naws sts get-caller-identity",
  "The second line says whose the credentials are that the client takes.",
);

export const freshToken = form(
  "kubeconfig",
  ({ cluster, region }) => `users:
  - name: ${cluster}
    user:
      exec:
        apiVersion: client.authentication.k8s.io/v1beta1
        command: aws
        args: [eks, get-token, --cluster-name, ${cluster}, --region, ${region}]`,
  "In place of a token that is kept.",
);

export const regionalEndpoint = form(
  "shell",
  ({ region }) =>
    `unset AWS_ENDPOINT_URL_STS\nexport AWS_STS_REGIONAL_ENDPOINTS=regional AWS_REGION=${region}`,
);

export const clusterRolePolicy = form(
  "AWS CLI",
  ({ partition }) =>
    `aws iam attach-role-policy --role-name CLUSTER_ROLE --policy-arn arn:${partition}:iam::aws:policy/AmazonEKSClusterPolicy`,
  "CLUSTER_ROLE is the name in `aws eks describe-cluster`, under roleArn.",
);

export const clientClock = form(
  "shell",
  () => "date -u\ncurl -sI https://sts.amazonaws.com | grep -i '^date'",
  "The two times must be the same to within some minutes; time synchronisation keeps them so.",
);
