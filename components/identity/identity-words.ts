import type { IdentityKind } from "@/lib/domain/identity/identity-ref";

export const KIND_WORDS: Readonly<Record<IdentityKind, string>> = {
  person: "Person or user",
  role: "IAM role",
  user: "IAM user",
  root: "Root user",
  "federated-user": "Federated user",
  session: "Session",
  key: "Access key",
  "unique-id": "Unique id",
  username: "Kubernetes username",
  group: "Kubernetes group",
  uid: "Kubernetes uid",
  account: "AWS account",
  instance: "Instance",
  workload: "Kubernetes service account",
  ci: "CI job",
};

/** What to keep in mind of what is counted under such a name; null = nothing. */
export const KIND_NOTES: Readonly<Record<IdentityKind, string | null>> = {
  person:
    "By what chains lead to, by session names and by IAM user names. A session name is the word of whoever took the role, unless Identity Center set it: see who is behind it.",
  role: "A role made anew under the same name has another unique id.",
  user: null,
  root: null,
  "federated-user": null,
  session:
    "Everybody who takes this role under this name has the same ARN: keys and origins tell them apart.",
  key: null,
  "unique-id": null,
  username: "Mappings decide who gets it: one username can stand for many people.",
  group: "Only groups that mappings give: EKS adds system:authenticated to whoever got in.",
  uid: null,
  account: null,
  instance: null,
  workload: null,
  ci: null,
};
