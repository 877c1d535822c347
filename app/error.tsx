"use client";
import { CONTROL } from "@/components/ui/control-class";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <div role="alert" className="mx-auto grid max-w-xl justify-items-start gap-3 px-5 py-12">
      <h1 className="text-xl font-semibold">This page could not be made</h1>
      <p className="text-ink-2">
        Gatebook's engine did not answer, or failed. It restarts by itself; if this stays, look at the output
        of <code>npm start</code>
        {error.digest ? (
          <>
            {" "}
            for <code>{error.digest}</code>
          </>
        ) : null}
        .
      </p>
      <button type="button" className={CONTROL} onClick={reset}>
        Try again
      </button>
    </div>
  );
}
