import { DAY_MS } from "@/lib/domain/time/durations";
import { type EventSource, SourceError } from "@/lib/ports/event-source";
import { askHourly, type FindLogType } from "./ask-hourly";
import type { ClusterLogOptions } from "./cluster-log-options";
import { describeClusterLog } from "./describe-cluster-log";
import { createLogPace } from "./log-pace";
import { logEmpty, logGroupAbsent, logTypeOff } from "./log-problems";
import { createLogReader } from "./log-reader";
import { createLogSource } from "./log-source";

const POLL_MS = 15_000;

export interface AuthenticatorLogOptions extends ClusterLogOptions {
  /** What EKS says of the log type just now; an "off" explains an empty log. null = it does not say. */
  readonly findLogType: FindLogType;
}

/** The `authenticator-…` streams of `/aws/eks/<cluster>/cluster`, newest first, whatever the group's class. */
export function createAuthenticatorLogSource(options: AuthenticatorLogOptions): EventSource {
  const { cluster, shownAs, region, budgetOf } = options;
  const descriptor = describeClusterLog(options, "authenticator-log", "authenticator log");
  const { group } = descriptor;
  const owner = { cluster, shownAs, region, group };
  const findLogType = askHourly(options.clock, options.findLogType);
  const reader = createLogReader({ ...options, group, streamPrefix: "authenticator-", only: null });
  const pace = createLogPace(reader, budgetOf, POLL_MS);
  return createLogSource({
    descriptor,
    reader,
    pace,
    what: `the authenticator log of ${shownAs}`,
    region,
    async read(range, cursor, signal) {
      const page = await reader.read(range, cursor, signal);
      if (page?.found === true) return { ...page, over: "log-empty" };
      if (page !== null && page.cursor !== null) return page;
      // Off, absent and empty look alike to whoever counts lines; what to do about each is another thing.
      const state = await findLogType(signal);
      if (state?.on === false) throw new SourceError(logTypeOff(owner, state.change));
      if (page === null) throw new SourceError(logGroupAbsent(owner, state?.on ?? null));
      if (range.to - range.from < DAY_MS) return page;
      return { ...page, notice: logEmpty(owner, range.from) };
    },
  });
}
