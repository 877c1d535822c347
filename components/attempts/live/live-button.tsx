import { CONTROL } from "@/components/ui/control-class";
import { dataAgeOf } from "@/lib/domain/summarize/coverage/data-age";
import type { CoverageReport } from "@/lib/domain/summarize/coverage/coverage-report";
import { formatDuration } from "@/lib/domain/time/format-time";
import type { Live } from "./use-live";

interface LiveButtonProps {
  readonly live: Live;
  readonly coverage: CoverageReport | undefined;
  readonly clusters: readonly string[];
}

const WORDS = {
  connecting: ["◌", "Live", "The stream of the server is being opened. Press to pause."],
  live: ["●", "Live", "New attempts show at once; press to pause."],
  polling: [
    "○",
    "Every 30 s",
    "The server's stream is not to be had: asked every 30 seconds. Press to pause.",
  ],
  paused: ["❚❚", "Paused", "Nothing new is shown. Press to go on."],
} as const;

/** Whether new attempts come in by themselves, how old the data is, and the switch for it. */
export function LiveButton({ live: { state, toggle }, coverage, clusters }: LiveButtonProps) {
  const ageMs = coverage === undefined ? null : dataAgeOf(coverage, clusters);
  const age = ageMs === null ? "nothing read yet" : `data is ${formatDuration(ageMs)} old`;
  if (state === "fixed") return null;
  const [sign, word, about] = WORDS[state];
  return (
    <button
      type="button"
      aria-pressed={state !== "paused"}
      title={about}
      className={CONTROL}
      onClick={toggle}
    >
      <span aria-hidden="true" className={state === "live" ? "text-granted" : "text-ink-3"}>
        {sign}
      </span>
      {word}
      <span className="text-ink-2 max-md:sr-only">
        <span className="sr-only">, </span>
        {age}
      </span>
    </button>
  );
}
