import { SafeText } from "@/components/ui/safe-text";
import type { StorageReport } from "@/lib/domain/summarize/coverage/coverage-report";
import { storageSentences } from "@/lib/domain/summarize/coverage/storage-sentences";

/** What people must know of the data folder. */
export function StorageNotes({ storage }: { storage: StorageReport }) {
  return (
    <aside aria-label="Storage" className="grid gap-0.5 border-b border-line bg-open-soft px-4 py-1.5">
      {storageSentences(storage).map((sentence) => (
        <p key={sentence} className="flex gap-1.5">
          <span aria-hidden="true" className="text-open">
            ⚠
          </span>
          <SafeText text={sentence} />
        </p>
      ))}
    </aside>
  );
}
