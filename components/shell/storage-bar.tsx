"use client";
import { SafeText } from "@/components/ui/safe-text";
import { storageSentences } from "@/lib/domain/summarize/coverage/storage-sentences";
import { useCoverage } from "./use-coverage";

/** Stands on every page while the data folder's disk is full, or after a damaged file was set aside. */
export function StorageBar() {
  const { data: coverage } = useCoverage();
  const sentences = coverage === undefined ? [] : storageSentences(coverage.storage);
  if (sentences.length === 0) return null;
  return (
    <aside aria-label="Storage" className="grid gap-0.5 border-b border-line bg-open-soft px-4 py-1.5">
      {sentences.map((sentence) => (
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
