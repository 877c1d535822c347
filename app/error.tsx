"use client";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { NotAllowedNote } from "@/components/ui/not-allowed-note";
import { CONTROL } from "@/components/ui/control-class";

/** What failed was made on the server: it must be asked again. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  if (error.digest === "not-allowed") return <NotAllowedNote />;
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
      <button type="button" className={CONTROL} onClick={retry}>
        Try again
      </button>
    </div>
  );
}
