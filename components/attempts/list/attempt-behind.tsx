import { SafeText } from "@/components/ui/safe-text";
import type { CallerClass } from "@/lib/domain/correlate/attempt";
import { kindOf, type TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { nameBehind } from "@/lib/domain/explain/behind-it";
import { CLASS_WORDS } from "../facets/facet-words";
import { shortenName } from "./shorten-name";

/** What the session's chain leads to: what it is, and its name where that is another than the one who came bears. */
export function AttemptBehind({ attempt }: { attempt: TracedAttempt }) {
  const behind = nameBehind(attempt);
  const word = CLASS_WORDS[kindOf(attempt)];
  if (behind === null) return <span className="text-xs text-ink-3">{word}</span>;
  const { text, probable, claimed } = behind;
  return (
    <>
      <span className="mr-2 text-xs text-ink-3">{word}</span>
      {claimed ? <span className="sr-only">by the caller's own word: </span> : null}
      {probable ? <span className="sr-only">probably </span> : null}
      <SafeText
        text={shortenName(text)}
        className={claimed ? "underline decoration-line-strong decoration-dotted underline-offset-3" : ""}
      />
    </>
  );
}

/** A name tells these by itself. */
const UNSAID: ReadonlySet<CallerClass> = new Set(["person", "unknown", "root"]);

/** The same behind the name of the one who came, where there is no column for it: only what that name does not tell. */
export function AttemptBehindName({ attempt }: { attempt: TracedAttempt }) {
  if (nameBehind(attempt) === null && UNSAID.has(kindOf(attempt))) return null;
  return (
    <span className="ml-2">
      <AttemptBehind attempt={attempt} />
    </span>
  );
}
