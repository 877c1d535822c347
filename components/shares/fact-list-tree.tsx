import { SafeText } from "@/components/ui/safe-text";
import type { Fact } from "@/lib/domain/summarize/evidence/fact-tree";

/** Facts with what belongs to each below it. */
export function FactListTree({ facts }: { facts: readonly Fact[] }) {
  return (
    <ul className="grid min-w-0 gap-0.5">
      {facts.map(({ label, value, facts: inner }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts are frozen, and labels may come twice.
        <li key={i} className="min-w-0">
          <span className="text-ink-2">
            <SafeText text={label} breakable />
          </span>{" "}
          {value === null ? null : <SafeText text={value} breakable />}
          {inner.length === 0 ? null : (
            <div className="border-l border-line pl-3">
              <FactListTree facts={inner} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
