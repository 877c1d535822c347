import { formatPlural } from "@/components/ui/format-count";

/** Offers what came in since, instead of moving the rows under the reader's eyes. */
export function NewAttemptsPill({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div role="status" className="pointer-events-none sticky top-12 z-20 flex h-0 justify-center">
      {count === 0 ? null : (
        <button
          type="button"
          onClick={onShow}
          className="pointer-events-auto mt-1 h-7 rounded-full bg-accent px-3 font-medium text-paper shadow-md hover:opacity-90"
        >
          ↑ {formatPlural(count, "new attempt")}
        </button>
      )}
    </div>
  );
}
