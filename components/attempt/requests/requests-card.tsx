import { SpanText } from "@/components/settings/span-text";
import { TimeText } from "@/components/settings/time-text";
import Link from "next/link";
import { RequestClient } from "@/components/requests/request-client";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { AskedRequestsPart } from "./asked-requests";
import { Fact, FactList } from "@/components/ui/fact-list";
import { formatCount } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import { toolsOf } from "@/lib/domain/explain/client-tool";
import { describeRequest } from "@/lib/domain/explain/request-words";
import type { AttemptRequests, KeptUse, StoredRequest } from "@/lib/domain/summarize/requests/request-page";

/** What the caller did in the cluster while the token was good: from where, with which tool, and what of it is kept. */
export function RequestsCard({ id, done }: { id: string; done: AttemptRequests }) {
  const { range, requests, use, isShared, unread } = done;
  return (
    <Card
      title="Done in Kubernetes"
      aside={
        <>
          while the token was good, <SpanText range={range} />
        </>
      }
    >
      {unread === null ? null : (
        <p className="mb-2 text-open">
          Not all can be told: <SafeText text={unread} />
        </p>
      )}
      {isShared ? (
        <p className="mb-2 text-open">
          No record tells the session's access key, and a tool chose its name: some of these requests may be
          another's who came as the same.
        </p>
      ) : null}
      {use === null ? (
        unread === null ? (
          <p className="text-ink-2">
            No write, denial or stream into a pod. Reads that were allowed are not kept.
          </p>
        ) : null
      ) : (
        <Use use={use} />
      )}
      {requests.length === 0 ? null : (
        <ol aria-label="Writes, denials and streams" className="mt-3 grid">
          {requests.map((request) => (
            <Done key={request.id} request={request} />
          ))}
        </ol>
      )}
      {use !== null && use.requests > requests.length ? (
        <p className="mt-1 text-xs text-ink-3">The newest {requests.length} are shown.</p>
      ) : null}
      <AskedRequestsPart id={id} />
    </Card>
  );
}

function Use({ use }: { use: KeptUse }) {
  const { requests, firstMs, lastMs, clientIps } = use;
  return (
    <FactList>
      <Fact name="Kept requests">
        {formatCount(requests)}, <SpanText range={{ from: firstMs, to: lastMs }} />
      </Fact>
      <Fact
        name="Client address"
        note="As the API server saw it; the address in the authenticator's log is another"
      >
        <SafeText text={clientIps.join(", ") || "not in the events"} className="font-mono text-xs" />
      </Fact>
      <Fact name="Tool" note="Claimed by the client">
        <SafeText text={toolsOf(use).join(", ") || "not in the events"} />
      </Fact>
    </FactList>
  );
}

function Done({ request }: { request: StoredRequest }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 border-t border-line py-1 first:border-t-0">
      <TimeText ms={request.timeMs} className="font-mono text-xs text-ink-2" />
      <Link href={`/requests/${request.id}`} prefetch={false} className="hover:text-accent hover:underline">
        <SafeText text={describeRequest(request)} breakable />
      </Link>
      {request.outcome === "denied" ? <Chip tone="denied">✕ Denied</Chip> : null}
      <span className="flex flex-wrap gap-x-2 text-xs text-ink-2">
        <RequestClient request={request} />
      </span>
    </li>
  );
}
