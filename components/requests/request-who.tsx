import Link from "next/link";
import { IdentityLink } from "@/components/identity/identity-link";
import { SafeText } from "@/components/ui/safe-text";
import type { TracedRequest } from "@/lib/domain/summarize/request-page";

/** Who is behind a request, and how sure that is; the attempt that let him in is one press away. */
export function RequestWho({ traced }: { traced: TracedRequest }) {
  return (
    <>
      <Name traced={traced} />
      <div className="text-xs text-ink-3">
        <HowSure traced={traced} />
      </div>
    </>
  );
}

function Name({ traced: { request, origin } }: { traced: TracedRequest }) {
  const name = origin?.name ?? null;
  if (name !== null && origin?.kind === "person")
    return <IdentityLink identity={{ kind: "person", value: name }} />;
  const { sessionName, arn } = request.caller;
  const text = name ?? sessionName ?? arn ?? request.kubernetes.username;
  return <SafeText text={text} breakable className="font-mono text-xs" />;
}

function HowSure({ traced: { sessions, origin } }: { traced: TracedRequest }) {
  const [first, ...more] = sessions;
  if (first === undefined) return <>no attempt of this session was seen</>;
  const by = first.confidence === "keyed" ? "by the access key" : "by identity and time";
  const claimed = origin !== null && (origin.confidence === "claimed" || origin.confidence === null);
  return (
    <>
      <Link
        href={`/attempts/${encodeURIComponent(first.attemptId)}`}
        prefetch={false}
        className="text-accent hover:underline"
      >
        {more.length === 0 ? `let in ${by}` : `${sessions.length} sessions fit`}
      </Link>
      {claimed && more.length === 0 ? " · a name that the caller chose" : null}
    </>
  );
}
