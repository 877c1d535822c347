import type { Reason } from "./reason";

const LINE = "An `access denied` line without an ARN: the token was turned away before STS was asked.";
const OWN_CLIENT = {
  step: "Make the token with `aws eks get-token` or aws-iam-authenticator, not with code of your own.",
  doer: "caller",
  remedy: "update-kubeconfig",
} as const;
const REGIONAL = {
  step: "Use the regional STS endpoint of a Region of the cluster's partition.",
  doer: "caller",
  remedy: "regional-endpoint",
} as const;
const FRESH = {
  step: "Let kubectl fetch a new token each time, instead of keeping one in a kubeconfig or a variable.",
  doer: "caller",
  remedy: "fresh-token",
} as const;

/** The authenticator refused the token itself, by the texts of its verifier. */
export const TOKEN_REASONS = [
  {
    code: "token-expired",
    stage: "token",
    title: "the token had expired (15 minutes)",
    meaning:
      "A token is good for 15 minutes from the time that its client signed it. This one was older: it was kept, or its client's clock is slow by more than that.",
    proof: `${LINE} The time in the text is the one that the client signed: compare it with the line's own.`,
    fixes: [
      FRESH,
      { step: "Set the client's clock right.", doer: "caller", remedy: "client-clock" },
      {
        step: "A program that runs long must ask for a new token before the old one ends; update its Kubernetes client.",
        doer: "caller",
      },
    ],
  },
  {
    code: "token-not-eks",
    stage: "token",
    title: "what was sent is no EKS token",
    meaning:
      "The bearer token does not begin with `k8s-aws-v1.`: it is of an OIDC provider, of another cloud, or a service account's that the cluster does not know. The API server shows the authenticator every bearer token that it does not know itself.",
    proof: LINE,
    fixes: [
      {
        step: "Point the kubeconfig's user at `aws eks get-token`.",
        doer: "caller",
        remedy: "update-kubeconfig",
      },
      {
        step: "Where a robot does it all day, give it a service account's token of this very cluster, or take its old one away.",
        doer: "cluster-admin",
      },
    ],
  },
  {
    code: "token-too-large",
    stage: "token",
    title: "the token was longer than 4,096 bytes",
    meaning:
      "The credentials carry a very long session token, as roles that were taken in turn with many session tags do; or it is no EKS token at all.",
    proof: LINE,
    fixes: [{ step: "Take the role with fewer session tags, or directly.", doer: "caller" }, OWN_CLIENT],
  },
  {
    code: "token-damaged",
    stage: "token",
    title: "the token was cut or re-encoded",
    meaning:
      "After `k8s-aws-v1.` there must be the URL-safe base64, without padding, of a URL. This was something else: a shell, a secret store or a copy by hand cut or changed it.",
    proof: LINE,
    fixes: [FRESH],
  },
  {
    code: "token-malformed",
    stage: "token",
    title: "the token was not made by a correct client",
    meaning:
      "The URL in the token is not the signed call of GetCallerIdentity that the authenticator expects: its scheme, path, action or parameters are others.",
    proof: `${LINE} The text names the part.`,
    fixes: [OWN_CLIENT],
  },
  {
    code: "token-parameter-repeated",
    stage: "token",
    title: "the token's URL repeats a parameter",
    meaning:
      "A parameter stands twice, perhaps in different case. No correct client writes that; it is also how a flaw of older authenticators was attacked (CVE-2022-2385).",
    proof: LINE,
    fixes: [
      OWN_CLIENT,
      {
        step: "If nobody here made such a token, find out who sent it, as for an attack.",
        doer: "cluster-admin",
      },
    ],
  },
  {
    code: "token-without-cluster",
    stage: "token",
    title: "the token does not name a cluster",
    meaning:
      "The client did not sign the header `x-k8s-aws-id`, which ties a token to one cluster: home-made token code forgets it.",
    proof: LINE,
    fixes: [OWN_CLIENT],
  },
  {
    code: "sts-host-missing",
    stage: "token",
    title: "the token names no STS endpoint",
    meaning: "The URL in the token has no host, or none from which a Region can be read.",
    proof: LINE,
    fixes: [OWN_CLIENT, REGIONAL],
  },
  {
    code: "sts-host-refused",
    stage: "token",
    title: "the token is for an STS endpoint that the cluster does not accept",
    meaning:
      "The authenticator asks only STS endpoints that it knows. A VPC endpoint's own name, a custom `endpoint_url`, a port, or a Region newer than the cluster's version are none.",
    proof: `${LINE} The text names the host.`,
    fixes: [
      REGIONAL,
      { step: "Take a custom endpoint for STS out of the client's configuration.", doer: "caller" },
    ],
  },
  {
    code: "sts-global-unsupported",
    stage: "token",
    title: "the global STS endpoint does not serve this partition",
    meaning: "`sts.amazonaws.com` belongs to the standard partition; this cluster is in another.",
    proof: LINE,
    fixes: [REGIONAL],
  },
  {
    code: "sts-region-invalid",
    stage: "token",
    title: "the token is for a Region that does not exist",
    meaning: "The host in the token's URL has the form of an STS endpoint, and no Region's name in it.",
    proof: LINE,
    fixes: [REGIONAL],
  },
  {
    code: "other-partition",
    stage: "token",
    title: "the token is for another AWS partition",
    meaning:
      "The credentials, or the endpoint, are of China, GovCloud or the standard partition, and the cluster is of another.",
    proof: LINE,
    fixes: [
      { step: "Use credentials of the cluster's own partition.", doer: "caller", remedy: "new-credentials" },
      REGIONAL,
    ],
  },
] as const satisfies readonly Reason[];
