import type { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import type { Clock } from "@/lib/ports/clock";
import { type EventSource, SourceError, type SourcePage } from "@/lib/ports/event-source";
import type { QuotaApi, RequestBudget } from "@/lib/ports/request-budget";
import { toSourceError } from "../aws/to-source-problem";
import { NEWEST_FIRST_SINCE } from "./filter-log-events";
import type { LogPage } from "./log-place";
import { logEmpty, logGroupAbsent, logTypeOff } from "./log-problems";
import { createLogReader } from "./log-reader";

const POLL_MS = 15_000;
const POLL_BY_QUERY_MS = 5 * 60_000;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export interface AuthenticatorLogOptions {
  readonly client: CloudWatchLogsClient;
  readonly clock: Clock;
  /** Of this account and Region. */
  readonly budgetOf: (api: QuotaApi) => RequestBudget;
  /** Its name in EKS. */
  readonly cluster: string;
  /** Its name on the screens. */
  readonly shownAs: string;
  readonly accountId: string;
  readonly region: string;
  /** What EKS says of the log type just now; false explains an empty log. null = it does not say. */
  readonly isLogTypeOn: (signal: AbortSignal) => Promise<boolean | null>;
}

/** The `authenticator-…` streams of `/aws/eks/<cluster>/cluster`, newest first, whatever the group's class. */
export function createAuthenticatorLogSource(options: AuthenticatorLogOptions): EventSource {
  const { cluster, shownAs, accountId, region, budgetOf } = options;
  const group = `/aws/eks/${cluster}/cluster`;
  const owner = { cluster, shownAs, region, group };
  const tried = { what: `the authenticator log of ${shownAs}`, region, action: "logs:FilterLogEvents" };
  const isLogTypeOn = askHourly(options);
  let isSaidEmpty = false;
  const withoutEmptyNotice = (page: LogPage): SourcePage => {
    if (!isSaidEmpty) return page;
    isSaidEmpty = false;
    return { notice: null, ...page };
  };
  const reader = createLogReader({ ...options, group, streamPrefix: "authenticator-", filterPattern: null });
  return {
    descriptor: {
      id: `authenticator-log/${accountId}/${region}/${cluster}`,
      kind: "authenticator-log",
      label: `${shownAs} · authenticator log`,
      cluster: shownAs,
      accountId,
      region,
      group,
    },
    get pollMs() {
      return reader.isByQuery() ? POLL_BY_QUERY_MS : POLL_MS;
    },
    isSlowed: () => budgetOf(reader.isByQuery() ? "logs:StartQuery" : "logs:FilterLogEvents").isSlowed(),
    oldestMs: () => NEWEST_FIRST_SINCE,
    async read(range, cursor, signal) {
      try {
        const page = await reader.read(range, cursor, signal);
        if (page?.found === true) return withoutEmptyNotice(page);
        if (page !== null && page.cursor !== null) return page;
        // Off, absent and empty look alike to whoever counts lines; what to do about each is another thing.
        const isOn = await isLogTypeOn(signal);
        if (isOn === false) throw new SourceError(logTypeOff(owner));
        if (page === null) throw new SourceError(logGroupAbsent(owner, isOn));
        if (range.to - range.from < DAY_MS) return page;
        isSaidEmpty = true;
        return { ...page, notice: logEmpty(owner, range.from) };
      } catch (error) {
        signal.throwIfAborted();
        const action = reader.isByQuery() ? "logs:StartQuery" : tried.action;
        throw toSourceError(error, { ...tried, action });
      }
    },
  };
}

/** That it is on holds for an hour; that it is off is asked again each time, so that switching it on shows at once. */
function askHourly({ clock, isLogTypeOn }: AuthenticatorLogOptions): AuthenticatorLogOptions["isLogTypeOn"] {
  let onUntilMs = 0;
  return async (signal) => {
    if (clock.now() < onUntilMs) return true;
    const isOn = await isLogTypeOn(signal);
    if (isOn === true) onUntilMs = clock.now() + HOUR_MS;
    return isOn;
  };
}
