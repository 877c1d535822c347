import { howKnown, PART_WORDS } from "@/components/access/part-words";
import { CommandLine } from "@/components/ui/command-line";
import { SafeText } from "@/components/ui/safe-text";
import type { AttemptMapping } from "@/lib/domain/summarize/configuration/attempt-mapping";

/** How well each part that the cluster asks is known for the attempt's time, and what more could be told with which permission. */
export function PartLines({ mapping }: { mapping: AttemptMapping }) {
  const { parts, unread, missing, broken } = mapping;
  const shown = (["mode", "hidden", "accessEntries", "awsAuth"] as const).filter(
    (part) => parts[part].certainty !== "unknown" || missing.includes(part),
  );
  return (
    <div className="mt-3 text-xs text-ink-2">
      {broken === null ? null : (
        <p className="mb-1 text-open">
          The authenticator could not read a part of aws-auth:{" "}
          <SafeText text={broken.message} breakable className="font-mono" />
        </p>
      )}
      <ul>
        {shown.map((part) => (
          <li key={part}>
            {PART_WORDS[part]}: {howKnown(parts[part])}
          </li>
        ))}
      </ul>
      {unread.map(({ part, problem }) =>
        problem === null ? null : (
          <div key={part} className="mt-1.5">
            <SafeText text={`${problem.message} ${problem.remedy}`} />
            {problem.command === undefined ? null : <CommandLine command={problem.command} />}
          </div>
        ),
      )}
    </div>
  );
}
