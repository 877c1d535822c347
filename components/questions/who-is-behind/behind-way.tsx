import { CONFIDENCE_WORDS } from "@/components/attempt/chain/chain-words";
import { HOP_WORDS } from "@/lib/domain/summarize/chain/hop-words";
import { TimeText } from "@/components/settings/time-text";
import { SafeText } from "@/components/ui/safe-text";
import type { Behind } from "@/lib/domain/summarize/questions/who-is-behind/behind";

/** How somebody came by the credentials of his newest attempt, and what of that is not known. */
export function BehindWay({ behind, isOpen }: { behind: Behind; isOpen: boolean }) {
  const { way, missing, principals } = behind;
  if (way.length === 0 && missing === null)
    return principals[0]?.includes(":user/") === true ? (
      <p className="text-ink-2">A user's own key, which is good until somebody deactivates it.</p>
    ) : null;
  return (
    <details open={isOpen}>
      <summary className="cursor-pointer text-accent hover:underline">
        How they came by it{missing === null ? "" : ", and what is not known"}
      </summary>
      {way.length === 0 ? null : (
        <ol aria-label="From the origin to the session" className="mt-1 grid gap-0.5">
          {way.map(({ kind, says, timeMs, confidence }) => (
            <li key={`${kind} ${timeMs} ${says}`} className="border-l-2 border-line pl-2.5">
              <SafeText text={says} breakable />{" "}
              <span className="text-xs text-ink-2">
                {HOP_WORDS[kind]}, <TimeText ms={timeMs} />, {CONFIDENCE_WORDS[confidence].word}
              </span>
            </li>
          ))}
        </ol>
      )}
      {missing === null ? null : <Missing missing={missing} />}
    </details>
  );
}

function Missing({ missing: { what, why, next } }: { missing: NonNullable<Behind["missing"]> }) {
  return (
    <div className="mt-1 text-open">
      <p>
        <span aria-hidden="true">◌ </span>Not seen: <SafeText text={what} breakable />
      </p>
      <ul className="ml-5 list-disc">
        {why.map((reason) => (
          <li key={reason}>
            <SafeText text={reason} breakable />
          </li>
        ))}
        {next.map((step) => (
          <li key={step}>
            To do: <SafeText text={step} breakable className="font-mono text-xs" />
          </li>
        ))}
      </ul>
    </div>
  );
}
