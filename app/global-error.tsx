"use client";
import { CONTROL } from "@/components/ui/control-class";
import "./globals.css";

export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Error · Gatebook</title>
        <main className="mx-auto grid max-w-xl justify-items-start gap-3 px-5 py-12">
          <h1 className="text-xl font-semibold">Gatebook could not show anything</h1>
          <p className="text-ink-2">
            Look at the output of <code>npm start</code>, then try again.
          </p>
          <button type="button" className={CONTROL} onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
