import { grantWords, refusedWords, subjectWords, UNKNOWN_WORDS } from "@/components/access/grant-words";
import { SafeText } from "@/components/ui/safe-text";
import type { AttemptReach } from "@/lib/domain/summarize/configuration/attempt-reach";

const VERDICTS = {
  allowed: "✓ Yes.",
  refused: "✕ No: nothing allows it, and no grant can forbid.",
  unknown: "? Not known: nothing known allows it, and something that is not known may.",
} as const;

/** Whether the identity may do what was asked: by what, and why each other grant does not allow it. */
export function ReachAnswerLines({ asked }: { asked: NonNullable<AttemptReach["asked"]> }) {
  const { verdict, allowedBy, refused, unknown } = asked.answer;
  return (
    <div className="mt-2" role="status">
      <p className="font-semibold">{VERDICTS[verdict]}</p>
      <ul className="mt-1 grid gap-0.5">
        {allowedBy.map(({ source }) => (
          <li key={`+${grantWords(source)}`}>
            Allowed by <SafeText text={grantWords(source)} breakable className="font-medium" />{" "}
            {source.kind === "masters" ? null : (
              <SafeText text={subjectWords(source)} breakable className="text-ink-2" />
            )}
          </li>
        ))}
        {refused.map(({ source, why }) => (
          <li key={`-${grantWords(source)}`} className="text-ink-2">
            <SafeText text={`${grantWords(source)} ${refusedWords(why)}`} breakable />
          </li>
        ))}
        {unknown.map(({ code, what }) => (
          <li key={`?${code} ${what}`} className="text-open">
            {UNKNOWN_WORDS[code]}: <SafeText text={what} breakable />
          </li>
        ))}
      </ul>
    </div>
  );
}
