import { SafeText } from "@/components/ui/safe-text";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { isRebuilt } from "@/lib/domain/correlate/rebuilt";
import { whyTitle } from "./row-words";
import { shortenName } from "./shorten-name";

/** As whom it let them in, or why not. */
export function AttemptOutcome({ attempt }: { attempt: Attempt }) {
  if (attempt.decision === "denied") return <Denied attempt={attempt} />;
  const { username, groups } = attempt.kubernetes ?? { username: "", groups: [] };
  return (
    <span className="font-mono text-xs">
      {username === "" ? (
        <span className="font-sans text-ink-2">no username</span>
      ) : (
        <SafeText text={shortenName(username)} />
      )}
      {groups.length === 0 ? null : (
        <span className="text-ink-3">
          {" in "}
          <SafeText text={groups.join(", ")} />
        </span>
      )}
      {isRebuilt(attempt) ? <span className="font-sans text-ink-2"> · from the audit log</span> : null}
    </span>
  );
}

function Denied({ attempt }: { attempt: Attempt }) {
  const title = whyTitle(attempt);
  if (title !== null) return <SafeText text={title} />;
  if (!attempt.error) return <span className="text-ink-2">No reason is in the log</span>;
  return <SafeText text={attempt.error} className="font-mono text-xs text-ink-2" />;
}
