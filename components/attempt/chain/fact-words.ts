import type { OriginFact } from "@/lib/domain/correlate/chain/origin-fact";

/** What is known of an origin besides its name, as it is called on the screen. */
export const FACT_WORDS: Readonly<Record<OriginFact["fact"], string>> = {
  cluster: "Cluster",
  namespace: "Namespace",
  serviceAccount: "Service account",
  pod: "Pod",
  instance: "Instance",
  role: "Role",
  repository: "Repository",
  organization: "Organization",
  project: "Project",
  workspace: "Workspace",
  pipeline: "Pipeline",
  ref: "Branch or tag",
  environment: "Environment",
  workflow: "Workflow",
  trigger: "Started by",
  phase: "Phase",
  step: "Step",
  commit: "Commit",
  user: "User",
  service: "AWS service",
  provider: "Identity provider",
  account: "Account",
};
