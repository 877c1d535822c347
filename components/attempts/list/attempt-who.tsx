import { SafeText } from "@/components/ui/safe-text";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { nameOf } from "@/lib/domain/explain/who-got-in";
import { shortenName } from "./shorten-name";

/** Who came. A name that the caller chose is dotted, and said so to screen readers. */
export function AttemptWho({ attempt }: { attempt: Attempt }) {
  const { text, claimed } = nameOf(attempt);
  if (text === "unknown") return <span className="text-ink-2">unknown</span>;
  return (
    <>
      {claimed ? <span className="sr-only">by the caller's own word: </span> : null}
      <SafeText
        text={shortenName(text)}
        className={`font-semibold ${claimed ? "underline decoration-line-strong decoration-dotted underline-offset-3" : ""}`}
      />
    </>
  );
}
