"use client";

import { CommandLine } from "@/components/ui/command-line";
import { CONTROL } from "@/components/ui/control-class";
import { SafeText } from "@/components/ui/safe-text";
import { type AskedRequests, REQUEST_SPANS } from "@/lib/domain/summarize/requests/asked-requests";
import { AskedAnswer } from "./asked-answer";
import { askedSentence, SPAN_WORDS } from "./asked-words";
import { useAskedRequests } from "./use-asked-requests";

/** All that the caller did around the attempt, allowed reads too, read from the audit log when somebody asks. */
export function AskedRequestsPart({ id }: { id: string }) {
  const { span, asked, failure, isGoingOn, begin, stop, showMore } = useAskedRequests(id);
  return (
    <section aria-label="All requests" className="mt-3 border-t border-line pt-2.5">
      <p className="mb-1.5 text-ink-2">
        All it did, allowed reads too, from the audit log. It is not stored.
      </p>
      <div className="flex flex-wrap items-center gap-1.5">
        {REQUEST_SPANS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={span === one}
            className={`${CONTROL} aria-pressed:border-accent aria-pressed:bg-sunken`}
            onClick={() => begin(one)}
          >
            {SPAN_WORDS[one]}
          </button>
        ))}
        {isGoingOn ? (
          <button type="button" className={CONTROL} onClick={stop}>
            Stop
          </button>
        ) : null}
      </div>
      <p role="status" aria-live="polite" className="mt-2 mb-1.5">
        {asked === null ? "" : askedSentence(asked)}
      </p>
      {failure === null ? null : (
        <p className="text-open">
          <SafeText text={failure} breakable />
        </p>
      )}
      {asked === null ? null : <Open asked={asked} />}
      {asked === null || asked.total === 0 ? null : <AskedAnswer asked={asked} showMore={showMore} />}
    </section>
  );
}

/** What cannot be told, and why. */
function Open({ asked: { problem, notes } }: { asked: AskedRequests }) {
  return (
    <>
      {problem === null ? null : (
        <div className="text-open">
          <SafeText text={`${problem.message} ${problem.remedy}`} breakable />
          {problem.command === undefined ? null : <CommandLine command={problem.command} />}
        </div>
      )}
      {notes.map((note) => (
        <p key={note} className="text-open">
          <SafeText text={note} breakable />
        </p>
      ))}
    </>
  );
}
