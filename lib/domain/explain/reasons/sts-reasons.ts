import type { Reason } from "./reason";

const LINE = "An `access denied` line without an ARN: STS did not vouch for anybody.";
const SAYS = `${LINE} The text quotes STS's answer with its code.`;
const AGAIN = { step: "Try again: it is for AWS to mend.", doer: "nobody" } as const;
const SIGN_IN = {
  step: "Sign in again, and look which credentials the client really takes.",
  doer: "caller",
  remedy: "new-credentials",
} as const;

/** STS did not answer, or refused the signed call that the token is (aws-iam-authenticator, token verifier). */
export const STS_REASONS = [
  {
    code: "credentials-expired",
    stage: "sts",
    title: "the credentials had expired",
    meaning: "The token was signed with temporary credentials that had ended by then.",
    proof: SAYS,
    fixes: [SIGN_IN],
    alsoKnownAs: ["ExpiredToken"],
  },
  {
    code: "signature-mismatch",
    stage: "sts",
    title: "the signature did not match: a token for another cluster, or a wrong secret key",
    meaning:
      "The cluster's name is signed, and is not in the token: the authenticator puts in its own. A token for another cluster fails just like a wrong secret key does, and nothing in the log tells them apart.",
    proof: SAYS,
    fixes: [
      {
        step: "Write the kubeconfig anew for this very cluster; a home-made one must name it with `--cluster-name` or `-i`.",
        doer: "caller",
        remedy: "update-kubeconfig",
      },
      { step: "Check the secret access key against its key id.", doer: "caller", remedy: "new-credentials" },
    ],
    alsoKnownAs: ["SignatureDoesNotMatch"],
  },
  {
    code: "signature-not-yet-current",
    stage: "sts",
    title: "the token was signed in the future: its client's clock is fast",
    meaning: "STS takes no signature that is minutes ahead of its own clock.",
    proof: `${SAYS} It gives both times.`,
    fixes: [{ step: "Set the client's clock right.", doer: "caller", remedy: "client-clock" }],
    alsoKnownAs: ["SignatureDoesNotMatch"],
  },
  {
    code: "key-unknown",
    stage: "sts",
    title: "AWS does not know the access key (any more)",
    meaning:
      "The access key was deleted or is inactive, is of another partition, or its session is of an opt-in Region and was used at the global endpoint.",
    proof: SAYS,
    fixes: [
      SIGN_IN,
      {
        step: "For an opt-in Region, use the regional endpoint, or let the account issue session tokens that are valid in all Regions.",
        doer: "account-admin",
        remedy: "regional-endpoint",
      },
    ],
    alsoKnownAs: ["InvalidClientTokenId"],
  },
  {
    code: "sts-refused",
    stage: "sts",
    title: "STS refused the call",
    meaning:
      "Everybody may call GetCallerIdentity; only what stands in the way of all of STS refuses it: a Region that the account has not enabled, or a policy of a VPC endpoint or of the organisation that denies everything.",
    proof: SAYS,
    fixes: [
      {
        step: "Look for an endpoint's policy or a service control policy that denies `sts:*` to this principal.",
        doer: "account-admin",
      },
    ],
    alsoKnownAs: ["AccessDenied"],
  },
  {
    code: "sts-region-disabled",
    stage: "sts",
    title: "STS is not activated in that Region",
    meaning: "The token is for a regional endpoint that the caller's account has not activated.",
    proof: SAYS,
    fixes: [
      { step: "Activate the Region's STS endpoint in the caller's account.", doer: "account-admin" },
      {
        step: "Or sign with the endpoint of a Region that is active.",
        doer: "caller",
        remedy: "regional-endpoint",
      },
    ],
    alsoKnownAs: ["RegionDisabledException"],
  },
  {
    code: "sts-throttled",
    stage: "sts",
    title: "STS throttled the account",
    meaning:
      "More calls came to STS for this account and Region than it allows. Each check of a token that the API server has not cached is one.",
    proof: `${LINE} The text says \`Throttling\`.`,
    fixes: [
      {
        step: "Ask for fewer tokens: keep one for its 14 minutes, and find what calls `get-token` in a loop.",
        doer: "caller",
      },
      {
        step: "Use regional endpoints: each Region has a quota of its own.",
        doer: "caller",
        remedy: "regional-endpoint",
      },
    ],
    alsoKnownAs: ["Throttling", "Rate exceeded"],
  },
  {
    code: "sts-unreachable",
    stage: "sts",
    title: "the cluster could not reach STS",
    meaning:
      "The cluster's control plane, which AWS runs, had no answer from the STS endpoint that the token names: a time-out, its name not resolved, or the Region's STS down.",
    proof: `${LINE} The text has the network's error.`,
    fixes: [
      AGAIN,
      {
        step: "Where one Region's STS is down, sign for another's.",
        doer: "caller",
        remedy: "regional-endpoint",
      },
    ],
  },
  {
    code: "sts-answer-broken",
    stage: "sts",
    title: "the cluster could not read STS's answer",
    meaning: "The connection to STS broke while the answer came, or something other than STS answered.",
    proof: `${LINE} The text has the error of reading.`,
    fixes: [AGAIN],
  },
  {
    code: "sts-answered-otherwise",
    stage: "sts",
    title: "STS refused the token's call",
    meaning: "STS answered with neither an identity nor a code that is known here.",
    proof: `${LINE} The text has the status, and the answer where the authenticator's version prints it.`,
    fixes: [
      SIGN_IN,
      {
        step: "Write the kubeconfig anew: a token for another cluster is refused as well, and old authenticators print only the status.",
        doer: "caller",
        remedy: "update-kubeconfig",
      },
    ],
    alsoKnownAs: ["expected 200, got 403"],
  },
  {
    code: "identity-unreadable",
    stage: "sts",
    title: "STS named an identity the authenticator cannot read",
    meaning:
      "STS vouched for a principal that is neither a user, a role's session, a federated user nor root, or is of a partition that this version does not know.",
    proof: `${LINE} The text quotes the ARN or id.`,
    fixes: [
      {
        step: "Use a role or user of the cluster's own partition.",
        doer: "caller",
        remedy: "new-credentials",
      },
    ],
  },
] as const satisfies readonly Reason[];
