import { TimeText } from "@/components/settings/time-text";
import { RequestClient } from "@/components/requests/request-client";
import { Chip } from "@/components/ui/chip";
import { CommandLine } from "@/components/ui/command-line";
import { CONTROL } from "@/components/ui/control-class";
import { Fact, FactList } from "@/components/ui/fact-list";
import { formatCount } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import { toolsOf } from "@/lib/domain/explain/client-tool";
import { describeRequest } from "@/lib/domain/explain/request-words";
import type {
  AskedRequest,
  AskedRequests,
  RequestCount,
} from "@/lib/domain/summarize/requests/asked-requests";

interface AskedAnswerProps {
  readonly asked: AskedRequests;
  /** null = no more can be shown at once. */
  readonly showMore: (() => void) | null;
}

/** What was found: first and last, from where, what how often, and every request. */
export function AskedAnswer({ asked, showMore }: AskedAnswerProps) {
  const { first, last, clientIps, counts, rows, next, total, command } = asked;
  return (
    <>
      <FactList>
        {first === null ? null : <Deed name="First" request={first} />}
        {last === null ? null : <Deed name="Last" request={last} />}
        <Fact name="Client address" note="As the API server saw it">
          <SafeText text={clientIps.join(", ") || "not in the events"} className="font-mono text-xs" />
        </Fact>
        <Fact name="Tool" note="Claimed by the client">
          <SafeText text={toolsOf(asked).join(", ") || "not in the events"} />
        </Fact>
        <Fact name="What">
          <SafeText text={counts.map(countWords).join(", ")} breakable />
        </Fact>
      </FactList>
      <ol aria-label="All requests" className="mt-3 grid">
        {rows.map((request) => (
          <Row key={request.id} request={request} />
        ))}
      </ol>
      {next === null ? null : (
        <p className="mt-1 flex flex-wrap items-center gap-2 text-xs text-ink-2">
          The newest {formatCount(rows.length)} of {formatCount(total)} are shown.
          {showMore === null ? null : (
            <button type="button" className={CONTROL} onClick={showMore}>
              Show more
            </button>
          )}
        </p>
      )}
      {command === null ? null : (
        <details className="mt-2 text-xs">
          <summary>The same with AWS's own command line</summary>
          <CommandLine command={command} />
        </details>
      )}
    </>
  );
}

function Deed({ name, request }: { name: string; request: AskedRequest }) {
  return (
    <Fact name={name}>
      <SafeText text={describeRequest(request)} breakable />, <TimeText ms={request.timeMs} />
    </Fact>
  );
}

function countWords({ verb, what, count, denied }: RequestCount): string {
  const refused = denied === 0 ? "" : `, ${formatCount(denied)} denied`;
  return `${verb} ${what} (${formatCount(count)}${refused})`;
}

function Row({ request }: { request: AskedRequest }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 border-t border-line py-1 first:border-t-0">
      <TimeText ms={request.timeMs} className="font-mono text-xs text-ink-2" />
      <SafeText text={describeRequest(request)} breakable />
      {request.outcome === "denied" ? <Chip tone="denied">✕ Denied</Chip> : null}
      <span className="flex flex-wrap gap-x-2 text-xs text-ink-2">
        <RequestClient request={request} />
      </span>
    </li>
  );
}
