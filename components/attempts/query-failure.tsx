import { CONTROL } from "@/components/ui/control-class";
import { SafeText } from "@/components/ui/safe-text";
import { ApiError } from "@/lib/search-params/fetch-json";

/** A question that got no answer: what the server said, and another try. */
export function QueryFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const remedy = error instanceof ApiError ? error.remedy : null;
  return (
    <div role="alert" className="grid max-w-2xl justify-items-start gap-1.5 px-4 py-10 sm:px-8">
      <h2 className="text-base font-semibold">The attempts could not be loaded</h2>
      <p className="text-ink-2">
        <SafeText
          text={error instanceof ApiError ? error.message : "Gatebook did not answer. Is it still running?"}
        />
        {remedy === null ? null : (
          <>
            {" "}
            <SafeText text={remedy} />
          </>
        )}
      </p>
      <button type="button" className={CONTROL} onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
