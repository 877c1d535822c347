import { TimeText } from "@/components/settings/time-text";
import Link from "next/link";
import { IdentityName } from "@/components/identity/identity-name";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { Fact, FactList } from "@/components/ui/fact-list";
import { JsonBlock } from "@/components/ui/json-block";
import { SafeText } from "@/components/ui/safe-text";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { nameClientTool } from "@/lib/domain/explain/client-tool";
import { describeRequest } from "@/lib/domain/explain/request-words";
import type { RequestDetail, StoredRequest } from "@/lib/domain/summarize/requests/request-page";
import { RequestSessions, RequestWho } from "./request-who";

/** One request: who, what, from where, and the record that proves it. */
export function RequestScreen({ detail }: { detail: RequestDetail }) {
  const { request, attempts, record } = detail;
  return (
    <article className="mx-auto grid max-w-[73.75rem] grid-cols-[minmax(0,1fr)] gap-3.5 px-4 pt-4 pb-12 sm:px-5">
      <p>
        <Link href="/requests" prefetch={false} className="text-accent hover:underline">
          ← Requests
        </Link>
      </p>
      <h1 className="text-xl font-semibold">
        <SafeText text={`${request.kubernetes.username} ${describeRequest(request)}`} breakable />
      </h1>
      <div className="flex flex-wrap items-center gap-2">
        <Chip tone={request.outcome === "denied" ? "denied" : "granted"}>
          {request.outcome === "denied" ? "✕ Denied" : "✓ Allowed"}
        </Chip>
        <TimeText ms={request.timeMs} show="stamp" className="font-mono text-xs text-ink-2" />
      </div>
      <div className="grid items-start gap-3.5 lg:grid-cols-2">
        <Card title="Who">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <RequestWho traced={detail} />
          </p>
          {attempts.length === 0 ? (
            <p className="text-xs text-ink-2">
              <RequestSessions traced={detail} />
            </p>
          ) : (
            <Attempts attempts={attempts} />
          )}
        </Card>
        <Card title="The request">
          <RequestFacts request={request} />
        </Card>
      </div>
      <Card title="The record">
        {record === null ? (
          <p className="text-ink-2">It is not kept any more. What was read from it is shown above.</p>
        ) : (
          <JsonBlock json={record.text} />
        )}
        {record?.note ? <p className="mt-2 text-ink-2">{record.note}</p> : null}
      </Card>
    </article>
  );
}

/** Each leads to its chain. */
function Attempts({ attempts }: { attempts: readonly TracedAttempt[] }) {
  return (
    <ul className="mt-2 grid gap-1 border-t border-line pt-2">
      {attempts.map(({ id, timeMs, caller }) => (
        <li key={id}>
          <Link
            href={`/attempts/${encodeURIComponent(id)}`}
            prefetch={false}
            className="text-accent underline"
          >
            Let in <TimeText ms={timeMs} show="stamp" />
          </Link>{" "}
          <SafeText text={caller?.arn ?? ""} breakable className="font-mono text-xs text-ink-2" />
        </li>
      ))}
    </ul>
  );
}

function RequestFacts({ request }: { request: StoredRequest }) {
  const { kubernetes, cluster, clientIp, userAgent, uri, code, reason, actsAs } = request;
  return (
    <FactList>
      <Fact name="Cluster">
        <SafeText text={cluster} />
      </Fact>
      <Fact name="Username">
        <IdentityName value={kubernetes.username} kind="username" />
      </Fact>
      {actsAs === null ? null : (
        <Fact name="Acting as" note="The caller asked for it (--as)">
          <SafeText text={actsAs} className="font-mono text-xs" />
        </Fact>
      )}
      <Fact name="Client" note="The client's own address, unlike those of STS's events">
        <SafeText text={clientIp ?? "not in the event"} className="font-mono text-xs" />
      </Fact>
      <Fact name="Tool" note={userAgent === null ? undefined : <SafeText text={userAgent} breakable />}>
        <SafeText text={userAgent === null ? "not in the event" : nameClientTool(userAgent)} />
      </Fact>
      <Fact name="Path">
        <SafeText text={uri ?? "not in the event"} breakable className="font-mono text-xs" />
      </Fact>
      <Fact name="Answer">
        {code ?? "none"}
        {reason ? (
          <div className="text-xs text-ink-3">
            <SafeText text={reason} breakable />
          </div>
        ) : null}
      </Fact>
    </FactList>
  );
}
