import { whereIs } from "@/components/access/back-end-words";
import { NEAR_MISS_WORDS } from "@/components/access/near-miss-words";
import { SafeText } from "@/components/ui/safe-text";
import type { NearMiss } from "@/lib/domain/explain/mapping/near-miss";

/** Entries that were probably meant for the caller, and why none of them is his. */
export function NearMissList({ nearMisses }: { nearMisses: readonly NearMiss[] }) {
  return (
    <div className="mt-3">
      <p className="text-ink-2">Probably meant for this caller, and not his:</p>
      <ul className="mt-1 grid gap-1">
        {nearMisses.map(({ kind, backEnd, entry }) => (
          <li key={`${backEnd} ${entry.arn} ${entry.place?.line ?? ""}`}>
            {whereIs(backEnd, entry)}: <SafeText text={entry.arn} breakable className="font-mono text-xs" />{" "}
            {NEAR_MISS_WORDS[kind]}
          </li>
        ))}
      </ul>
    </div>
  );
}
