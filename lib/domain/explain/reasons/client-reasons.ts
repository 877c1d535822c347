import type { Reason } from "./reason";

const NO_LOG = "It never reached the cluster, so neither its log nor CloudTrail has anything of it.";
const LOOK = "The message names nobody. The denied attempts of its minute at the cluster tell who and why.";

/** What people see on their side: messages of kubectl, client-go and the AWS console. */
export const CLIENT_REASONS = [
  {
    code: "unauthorized",
    stage: "api-server",
    title: "the API server took the token for nobody's (401)",
    meaning:
      "`kubectl` reached the API server, and its token was turned away: it had expired, STS refused it, or it is mapped to nobody. Which of these, the message does not say.",
    proof: LOOK,
    fixes: [
      {
        step: "Look among the denied attempts of that minute: their reason is the one to mend.",
        doer: "caller",
      },
      {
        step: "If there is none, the token never came to the authenticator: the kubeconfig has other credentials than `aws eks get-token`.",
        doer: "caller",
        remedy: "update-kubeconfig",
      },
    ],
    alsoKnownAs: [
      "You must be logged in to the server (Unauthorized)",
      "the server has asked for the client to provide credentials",
      "couldn't get current server API group list",
    ],
  },
  {
    code: "console-no-objects",
    stage: "api-server",
    title: "the console's user has no access inside the cluster",
    meaning:
      "The AWS console shows a cluster to whoever may call EKS, and its Kubernetes objects only to whom the cluster itself lets in. Administrators of the account are no exception.",
    proof: "A denied attempt of the console's principal, or a granted one without the rights to list.",
    fixes: [
      {
        step: "Create an access entry for the principal that is signed in to the console, and give it an access policy.",
        doer: "cluster-admin",
        remedy: "access-entry",
      },
    ],
    alsoKnownAs: ["Your current user or role does not have access to Kubernetes objects on this EKS cluster"],
  },
  {
    code: "forbidden",
    stage: "api-server",
    title: "the cluster knew who it was, and refused what was asked (403)",
    meaning:
      "The person got in. No role binding and no access policy allows this verb on this resource in this namespace.",
    proof: "An audit event with the decision `forbid` of the same user.",
    fixes: [
      {
        step: "Bind a role that allows it to the user or one of its groups, or associate an access policy with its access entry.",
        doer: "cluster-admin",
        remedy: "access-entry",
      },
    ],
    alsoKnownAs: ['is forbidden: User "…" cannot …'],
  },
  {
    code: "exec-api-version",
    stage: "client",
    title: "the kubeconfig asks for an exec API that kubectl no longer has",
    meaning:
      "`client.authentication.k8s.io/v1alpha1` is gone since kubectl 1.24. The kubeconfig, or the AWS CLI that wrote it, is older.",
    proof: NO_LOG,
    fixes: [
      {
        step: "Update the AWS CLI and write the kubeconfig anew.",
        doer: "caller",
        remedy: "update-kubeconfig",
      },
    ],
    alsoKnownAs: ['invalid apiVersion "client.authentication.k8s.io/v1alpha1"'],
  },
  {
    code: "exec-not-found",
    stage: "client",
    title: "the program that makes the token is not found",
    meaning:
      "The kubeconfig's user calls a program such as `aws` or `aws-iam-authenticator` that is not on this machine's PATH, or has another name there.",
    proof: NO_LOG,
    fixes: [
      {
        step: "Install the AWS CLI where kubectl runs, and write the kubeconfig anew.",
        doer: "caller",
        remedy: "update-kubeconfig",
      },
    ],
    alsoKnownAs: ["executable aws not found", "exec: executable aws-iam-authenticator not found"],
  },
  {
    code: "endpoint-unreachable",
    stage: "client",
    title: "the cluster's endpoint was not reached",
    meaning:
      "The connection to the API server timed out or was refused: a private endpoint seen from outside its VPC, an address that the public endpoint does not allow, a security group or a VPN.",
    proof: NO_LOG,
    fixes: [
      {
        step: "Come from within the VPC, or through its VPN.",
        doer: "caller",
      },
      {
        step: "Or allow the address among the endpoint's public access CIDRs.",
        doer: "account-admin",
      },
    ],
    alsoKnownAs: ["dial tcp …: i/o timeout", "Unable to connect to the server", "no such host"],
  },
] as const satisfies readonly Reason[];
