import { whyTitle } from "@/components/attempts/list/row-words";
import { IdentityName } from "@/components/identity/identity-name";
import { Card } from "@/components/ui/card";
import { Fact, FactList } from "@/components/ui/fact-list";
import { SafeText } from "@/components/ui/safe-text";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";
import { SharedUsernameLines } from "./shared-username-lines";
import { ValueLink } from "./value-link";

/** As whom the cluster let the caller in, or why as nobody. */
export function KubernetesCard({ detail: { attempt, chain } }: { detail: AttemptDetail }) {
  const { sharedUsername: shared } = chain;
  return (
    <Card title="In Kubernetes">
      {attempt.kubernetes === null ? <NoIdentity attempt={attempt} /> : <Identity attempt={attempt} />}
      {shared === null ? null : <SharedUsernameLines shared={shared} />}
    </Card>
  );
}

function Identity({ attempt: { kubernetes, timeMs } }: { attempt: Attempt }) {
  if (kubernetes === null) return null;
  const { username, groups, uid } = kubernetes;
  return (
    <FactList>
      <Fact name="Username">
        {username === "" ? (
          <span className="text-ink-2">empty</span>
        ) : (
          <ValueLink name="username" value={username} timeMs={timeMs} />
        )}
      </Fact>
      <Fact name="Groups" note="EKS adds system:authenticated to whoever got in">
        {groups.length === 0 ? <span className="text-ink-2">none</span> : null}
        <span className="flex flex-wrap gap-x-3">
          {groups.map((group) => (
            <ValueLink key={group} name="group" value={group} timeMs={timeMs} />
          ))}
        </span>
      </Fact>
      <Fact name="UID">
        <IdentityName value={uid} kind="uid" />
      </Fact>
    </FactList>
  );
}

function NoIdentity({ attempt }: { attempt: Attempt }) {
  if (attempt.decision === "granted") return <p className="text-ink-2">The log line names no identity.</p>;
  const title = whyTitle(attempt);
  return (
    <div className="grid gap-2">
      <p>
        <b className="font-semibold">None: the cluster turned the caller away.</b>{" "}
        {title === null ? null : `${title}.`}
      </p>
      {attempt.error ? (
        <>
          <p className="text-xs text-ink-3">
            The authenticator's own words, parts of which the caller can choose:
          </p>
          <p className="rounded-md bg-sunken px-3 py-2 font-mono text-xs">
            <SafeText text={attempt.error} />
          </p>
        </>
      ) : null}
    </div>
  );
}
