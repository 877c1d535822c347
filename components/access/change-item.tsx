import { TimeText } from "@/components/settings/time-text";
import Link from "next/link";
import { AddToIncident } from "@/components/incidents/add-to-incident";
import { CopyButton } from "@/components/ui/copy-button";
import { SafeText } from "@/components/ui/safe-text";
import { authorName } from "@/lib/domain/explain/culprit-sentence";
import { isMasked } from "@/lib/domain/redact/is-masked";
import type { ConfigurationChange } from "@/lib/domain/summarize/configuration/configuration-change";
import { readPrincipal } from "@/lib/domain/identity/principal";
import { changeKeyOf } from "@/lib/domain/summarize/incidents/change-key";
import { changeTitle } from "@/lib/domain/summarize/configuration/change-title";
import { ChangeEffects } from "./change-effects";
import { DiffBlock } from "./diff-block";

interface ChangeItemProps {
  readonly change: ConfigurationChange;
  readonly cluster: string;
  readonly isOpen: boolean;
}

/** One change, with its author, its evidence and what it did. */
export function ChangeItem({ change, cluster, isOpen }: ChangeItemProps) {
  const { by, diff, message, key } = change;
  return (
    <li className="border-t border-line py-2 first:border-t-0">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-mono text-xs text-ink-2">
          <When change={change} />
        </span>
        <SafeText text={changeTitle(change)} breakable className="font-medium" />
        {by === null ? null : (
          <span className="text-ink-2">
            by <SafeText text={authorName(by)} breakable className="font-semibold text-ink" />
            <BehindAuthor change={change} />
          </span>
        )}
        <Evidence change={change} cluster={cluster} />
        <span className="ml-auto">
          <AddToIncident what={{ kind: "add-change", cluster, change: changeKeyOf(change) }} />
        </span>
      </div>
      {key.startsWith("arn:") ? (
        <SafeText text={key} breakable className="font-mono text-xs text-ink-3" />
      ) : null}
      {message === null ? null : (
        <SafeText text={message} breakable className="block font-mono text-xs text-open" />
      )}
      <ChangeEffects change={change} cluster={cluster} />
      {diff === null || diff.length === 0 ? null : (
        <details open={isOpen} className="mt-1">
          <summary className="cursor-pointer text-accent hover:underline">What changed</summary>
          <div className="mt-1">
            <DiffBlock diff={diff} label="What was taken out and put in" />
          </div>
        </details>
      )}
    </li>
  );
}

/** Where somebody else is behind the session that made the change, as its chain leads. */
function BehindAuthor({ change: { by, origin } }: Pick<ChangeItemProps, "change">) {
  const name = origin?.name ?? null;
  if (by === null || name === null || name === authorName(by)) return null;
  return (
    <>
      {origin?.confidence === "keyed" || origin?.confidence === "observed"
        ? ", behind it "
        : ", probably behind it "}
      <SafeText text={name} breakable className="font-semibold text-ink" />
    </>
  );
}

/** Exact where it is told; else between two looks. */
function When({ change: { timeMs, isTimeKnown, afterMs } }: { change: ConfigurationChange }) {
  const time = <TimeText ms={timeMs} />;
  if (isTimeKnown) return time;
  if (afterMs === null) return <>by {time}</>;
  return (
    <>
      between <TimeText ms={afterMs} /> and {time}
    </>
  );
}

const AROUND_MS = 10 * 60_000;

function Evidence({ change: { evidence, by, timeMs }, cluster }: Omit<ChangeItemProps, "isOpen">) {
  if (evidence === null) return null;
  const { requestId, eventId } = evidence;
  const session = sessionOf(by);
  return (
    <span className="flex flex-wrap items-baseline gap-x-2 text-xs">
      {requestId === null ? null : (
        <Link href={`/requests/${requestId}`} prefetch={false} className="text-accent underline">
          the request
        </Link>
      )}
      {eventId === null ? null : <CopyButton label="Copy CloudTrail event id" text={eventId} />}
      {session === null ? null : (
        <Link
          href={`/attempts?${sessionQuery(session, cluster, timeMs)}`}
          prefetch={false}
          className="text-accent underline"
        >
          how he came in
        </Link>
      )}
    </span>
  );
}

/** What the attempts of the session that made a change are found by: its key, else its name; null = neither is recorded. */
function sessionOf(by: ConfigurationChange["by"]): Session | null {
  if (by?.accessKeyId != null && !isMasked(by.accessKeyId)) return { q: by.accessKeyId };
  const name = by?.arn == null ? null : (readPrincipal(by.arn)?.sessionName ?? null);
  return name === null || isMasked(name) ? null : { session: name };
}

type Session = { readonly q: string } | { readonly session: string };

function sessionQuery(session: Session, cluster: string, timeMs: number): URLSearchParams {
  const from = new Date(timeMs - 6 * AROUND_MS).toISOString();
  const to = new Date(timeMs + AROUND_MS).toISOString();
  return new URLSearchParams({ cluster, ...session, from, to });
}
