import type { BlindSpot } from "../clusters/cluster-report";
import type { SourceCoverage } from "./coverage-report";

/** What the records of a cluster cannot tell, whatever is read (facts: authenticator §1, §2, aws §1). */
const ALWAYS: readonly BlindSpot[] = [
  {
    what: "That nobody got in",
    why: "EKS delivers control plane logs on a best-effort basis: a missing line proves nothing.",
  },
  {
    what: "Who showed a token that failed before STS answered",
    why: "Expired, malformed or wrongly signed tokens name nobody, in the log and in CloudTrail.",
  },
  {
    what: "Which cluster a CloudTrail event belongs to",
    why: "CloudTrail does not name it. Events are joined to attempts by access key, principal and time.",
  },
  {
    what: "How often somebody used the cluster",
    why: "The API server keeps an answer for a while, and a token lives for 14 minutes: attempts are not requests.",
  },
];

/** What a cluster cannot tell and why: its own lacks first. */
export function findBlindSpots(cluster: string, sources: readonly SourceCoverage[]): BlindSpot[] {
  return [...ofLog(cluster, sources), ...ofTrail(cluster, sources), ...ALWAYS];
}

function ofLog(cluster: string, sources: readonly SourceCoverage[]): BlindSpot[] {
  const log = sources.find((source) => source.kind === "authenticator-log" && source.cluster === cluster);
  if (log === undefined || log.problem === null) return [];
  const now = { what: "Who tries to get in now", why: log.problem.message };
  if (log.problem.code !== "log-type-off") return [now];
  const hasAudit = sources.some((source) => source.kind === "audit-log" && source.cluster === cluster);
  return [now, ...(hasAudit ? AUDIT_ONLY : CLOUDTRAIL_ONLY)];
}

/** What stands in for the authenticator's log tells less (facts: authenticator §7, aws §4.1). */
const AUDIT_ONLY: readonly BlindSpot[] = [
  {
    what: "Who was turned away",
    why: "The audit log stands in for the authenticator's. It shows who was let in through IAM, nodes apart, and names nobody who was not.",
  },
  {
    what: "When a token was checked",
    why: "The audit log tells of requests: the first of a session in each quarter of an hour is shown as its attempt.",
  },
];
const CLOUDTRAIL_ONLY: readonly BlindSpot[] = [
  {
    what: "Who got in, and as which Kubernetes identity",
    why: "Its audit log is not read either. CloudTrail shows whose tokens were presented to an authenticator; neither at which cluster, nor whether it let them in.",
  },
];

function ofTrail(cluster: string, sources: readonly SourceCoverage[]): BlindSpot[] {
  const log = sources.find((source) => source.cluster === cluster);
  const trails = sources.filter(({ kind }) => kind === "cloudtrail");
  const ofAccount = trails.filter((trail) => trail.accountId === null || trail.accountId === log?.accountId);
  const what = "Which call to STS stands behind an attempt";
  if (ofAccount.length === 0)
    return [{ what, why: `No CloudTrail of account ${log?.accountId ?? "unknown"} is read.` }];
  return ofAccount.flatMap(({ label, problem }) =>
    problem === null ? [] : [{ what, why: `${label}: ${problem.message}` }],
  );
}
