import Link from "next/link";
import { Fragment } from "react";
import { CONFIDENCE_WORDS } from "@/components/attempt/chain/chain-words";
import { CLASS_WORDS } from "@/components/attempts/facets/facet-words";
import { IdentityLink } from "@/components/identity/identity-link";
import { Chip } from "@/components/ui/chip";
import { SafeText } from "@/components/ui/safe-text";
import { whoMadeRequest } from "@/lib/domain/explain/who-made-request";
import { identityOfOrigin } from "@/lib/domain/correlate/chain/identity-of-origin";
import type { TracedRequest } from "@/lib/domain/summarize/requests/request-page";

/** Who made a request, and how sure that is. A name that the caller chose is dotted, and said so to screen readers. */
export function RequestWho({ traced }: { traced: TracedRequest }) {
  const { text, claimed, origin } = whoMadeRequest(traced);
  const identity = origin === null || traced.origin === null ? null : identityOfOrigin(traced.origin);
  const sure = origin === null ? null : CONFIDENCE_WORDS[origin.confidence];
  return (
    <>
      {claimed ? <span className="sr-only">by the caller's own word: </span> : null}
      {identity === null ? (
        <SafeText
          text={text}
          breakable
          className={`font-semibold ${claimed ? "underline decoration-line-strong decoration-dotted underline-offset-3" : ""}`}
        />
      ) : (
        <IdentityLink identity={identity} text={text} />
      )}
      {origin === null ? null : <span className="text-xs text-ink-2">{CLASS_WORDS[origin.kind]}</span>}
      {sure === null ? null : (
        <Chip tone={sure.tone} title={sure.title}>
          {sure.word}
        </Chip>
      )}
    </>
  );
}

/** The sessions that may have made it: each leads to the attempt that let it in. */
export function RequestSessions({ traced: { sessions } }: { traced: TracedRequest }) {
  const [only, ...others] = sessions;
  if (only === undefined) return <span>No attempt is stored that let this caller in.</span>;
  if (others.length === 0) return <SessionLink id={only.attemptId} text="How this caller got in" />;
  return (
    <span>
      {sessions.length} sessions fit:{" "}
      {sessions.map(({ attemptId }, at) => (
        <Fragment key={attemptId}>
          {at === 0 ? "" : ", "}
          <SessionLink id={attemptId} text={`session ${at + 1}`} />
        </Fragment>
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
