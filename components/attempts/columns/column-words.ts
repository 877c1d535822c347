import type { ColumnId } from "@/lib/search-params/attempts/list-columns";

/** The titles of the columns. */
export const COLUMN_WORDS: Readonly<Record<ColumnId, string>> = {
  time: "Time",
  decision: "Decision",
  who: "Who",
  origin: "Origin",
  outcome: "As whom, or why not",
  through: "Through",
  cluster: "Cluster",
  reason: "Reason code",
  confidence: "STS event",
  username: "Kubernetes username",
  groups: "Groups",
  uid: "Kubernetes uid",
  arn: "ARN",
  account: "Account",
  session: "Session name",
  key: "Access key",
  id: "Unique id",
  sts: "STS endpoint",
};
