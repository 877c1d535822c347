import type { LogPlace } from "./log-place";
import type { LogReader } from "./log-reader";

const POLL_BY_QUERY_MS = 5 * 60_000;

export interface LogPace {
  readonly pollMs: number;
  /** The IAM action that reads the group. */
  readonly action: string;
  readonly isSlowed: () => boolean;
}

/** How often a group is polled, and whether AWS slows that: queries are billed by what they scan, and asked less often. */
export function createLogPace(reader: LogReader, budgetOf: LogPlace["budgetOf"], pollMs: number): LogPace {
  const api = () => (reader.isByQuery() ? "logs:StartQuery" : "logs:FilterLogEvents");
  return {
    get pollMs() {
      return reader.isByQuery() ? POLL_BY_QUERY_MS : pollMs;
    },
    get action() {
      return api();
    },
    isSlowed: () => budgetOf(api()).isSlowed(),
  };
}
