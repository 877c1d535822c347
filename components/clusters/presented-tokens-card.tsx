"use client";
import { TimeText } from "@/components/settings/time-text";
import { useQuery } from "@tanstack/react-query";
import { Card } from "@/components/ui/card";
import { formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { PresentedSession, PresentedTokens } from "@/lib/domain/summarize/attempts/presented-tokens";
import { presentedTokensQuery } from "@/lib/search-params/attempts/presented-tokens-query";

/** What CloudTrail alone tells where a cluster's authenticator log is off: whose tokens were presented somewhere. */
export function PresentedTokensCard({ cluster }: { cluster: string }) {
  const { data, error } = useQuery(presentedTokensQuery());
  return (
    <Card title="Tokens presented in the last 24 h, by CloudTrail">
      <p className="mb-2 max-w-prose text-ink-2">
        An authenticator asked STS whose these tokens are, and no log that was read tells at which cluster. It
        may have been {cluster}. Whether they were let in is not recorded.
      </p>
      {error === null ? null : <p role="alert">The list could not be loaded: {error.message}</p>}
      {data === undefined ? null : <Sessions tokens={data} />}
    </Card>
  );
}

function Sessions({ tokens: { sessions, total, clusters } }: { tokens: PresentedTokens }) {
  if (total === 0) return <p>None was seen. CloudTrail delivers events some minutes late.</p>;
  return (
    <>
      <ul className="grid gap-x-4 gap-y-2">
        {sessions.map((session) => (
          <Session key={session.eventId} session={session} />
        ))}
      </ul>
      <p className="mt-2 text-ink-2">
        {total > sessions.length ? `The latest ${sessions.length} of ${total} sessions. ` : ""}
        Clusters whose log is not read for all of this time: <SafeText text={clusters.join(", ")} />.
      </p>
    </>
  );
}

function Session({ session }: { session: PresentedSession }) {
  const { arn, accessKeyId, accountId, region, lastMs, checks } = session;
  return (
    <li className="grid border-t border-line pt-2">
      <SafeText text={arn ?? `somebody of account ${accountId ?? "unknown"}`} className="font-mono text-xs" />
      <span className="text-xs text-ink-2">
        <TimeText ms={lastMs} show="stamp" /> · {region} · {formatPlural(checks, "check")}
        {accessKeyId === null ? null : (
          <>
            {" · "}
            <SafeText text={accessKeyId} className="font-mono" />
          </>
        )}
      </span>
    </li>
  );
}
