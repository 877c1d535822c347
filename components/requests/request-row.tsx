import Link from "next/link";
import { CLASS_WORDS } from "@/components/attempts/facet-words";
import { CONFIDENCE_WORDS } from "@/components/attempt/chain-words";
import { Chip } from "@/components/ui/chip";
import { SafeText } from "@/components/ui/safe-text";
import { describeRequest } from "@/lib/domain/explain/request-words";
import type { TracedRequest } from "@/lib/domain/summarize/request-page";
import { formatStamp } from "@/lib/domain/time/format-time";
import { RequestClient } from "./request-client";

/** One request: who did what, as whom and from where, and the attempt that let him in. */
export function RequestRow({ row }: { row: TracedRequest }) {
  const { timeMs, cluster, outcome, kubernetes, actsAs, id } = row.request;
  return (
    <li className="grid gap-0.5 border-t border-line py-2 first:border-t-0">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Who row={row} />
        <Link href={`/requests/${id}`} prefetch={false} className="hover:text-accent hover:underline">
          <SafeText text={describeRequest(row.request)} breakable />
        </Link>
        {outcome === "denied" ? <Chip tone="denied">✕ Denied</Chip> : null}
      </p>
      <p className="flex flex-wrap items-baseline gap-x-3 text-xs text-ink-2">
        <time dateTime={new Date(timeMs).toISOString()} className="font-mono">
          {formatStamp(timeMs)}
        </time>
        <span>
          at <SafeText text={cluster} />
        </span>
        <span>
          as <SafeText text={kubernetes.username} breakable className="font-mono" />
        </span>
        {actsAs === null ? null : (
          <span>
            acting as <SafeText text={actsAs} breakable className="font-mono" />
          </span>
        )}
        <RequestClient request={row.request} />
        <Sessions row={row} />
      </p>
    </li>
  );
}

/** The origin where one session alone fits; else what the record itself says. */
function Who({ row: { origin, request } }: { row: TracedRequest }) {
  const name = origin?.name ?? request.caller.sessionName ?? request.kubernetes.username;
  const sure = origin?.confidence == null ? null : CONFIDENCE_WORDS[origin.confidence];
  return (
    <>
      <SafeText text={name} breakable className="font-semibold" />
      {origin === null ? null : <span className="text-xs text-ink-2">{CLASS_WORDS[origin.kind]}</span>}
      {sure === null ? null : (
        <Chip tone={sure.tone} title={sure.title}>
          {sure.word}
        </Chip>
      )}
    </>
  );
}

function Sessions({ row: { sessions } }: { row: TracedRequest }) {
  const [only] = sessions;
  if (only === undefined) return <span>No attempt is stored that let this caller in.</span>;
  if (sessions.length === 1) return <SessionLink id={only.attemptId} text="How this caller got in" />;
  return (
    <span>
      {sessions.length} sessions fit:{" "}
      {sessions.map(({ attemptId }, at) => (
        <SessionLink key={attemptId} id={attemptId} text={`${at === 0 ? "" : ", "}session ${at + 1}`} />
      ))}
    </span>
  );
}

function SessionLink({ id, text }: { id: string; text: string }) {
  return (
    <Link href={`/attempts/${id}`} prefetch={false} className="text-accent hover:underline">
      {text}
    </Link>
  );
}
