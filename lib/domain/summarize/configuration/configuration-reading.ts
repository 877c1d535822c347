import type { EpochMs } from "../../time/time-range";
import type { SourceProblem } from "../coverage/coverage-report";

/** What is asked of EKS and of the cluster itself. */
export const READ_PARTS = ["mode", "accessEntries", "awsAuth", "rbac"] as const;
export type ReadPart = (typeof READ_PARTS)[number];

/** How one part of a cluster's configuration is read. */
export interface ConfigurationReading {
  readonly part: ReadPart;
  /** When it was read last; null = not since Gatebook was started. */
  readonly readMs: EpochMs | null;
  /** Why it could not be read when it was tried last; null = it could, or need not be. */
  readonly problem: SourceProblem | null;
}
