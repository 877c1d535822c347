import { TimeText } from "@/components/settings/time-text";
import { Chip, type Tone } from "@/components/ui/chip";
import { SafeText } from "@/components/ui/safe-text";
import type { EndCertainty, ThingEnd } from "@/lib/domain/explain/questions/cut-off/session-expiry";
import type { CutOffSession, SessionState } from "@/lib/domain/summarize/questions/cut-off/cut-off";
import { formatMoment } from "@/lib/domain/time/format-time";
import { Proofs } from "../step-list";

const STATES: Readonly<Record<SessionState, { readonly word: string; readonly tone: Tone }>> = {
  alive: { word: "● Alive", tone: "denied" },
  "may-be-alive": { word: "◌ May be alive", tone: "open" },
  endless: { word: "∞ Has no end", tone: "denied" },
  ended: { word: "✓ Ended", tone: "granted" },
  unknown: { word: "? Not known", tone: "open" },
};

const THINGS: Readonly<Record<ThingEnd["thing"], string>> = {
  token: "Newest token",
  cache: "Answer in the API server",
  credentials: "Credentials",
  "sign-in": "Sign-in at the portal",
};

/** One session, where it was used, and when each thing ends by which it lets somebody in. */
export function SessionItem({ session }: { session: CutOffSession }) {
  const { arn, accessKeyId, state, lastMs, clusters, attemptId, ends } = session;
  return (
    <li className="border-t border-line py-2.5 first:border-t-0">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <Chip tone={STATES[state].tone}>{STATES[state].word}</Chip>
        <SafeText text={arn} breakable className="font-mono text-xs font-semibold" />
        {accessKeyId === null ? null : (
          <SafeText text={accessKeyId} className="font-mono text-xs text-ink-2" />
        )}
      </p>
      <p className="mt-1 text-ink-2">
        Last seen <TimeText ms={lastMs} />; used at{" "}
        {clusters.map(({ value, count }, i) => (
          <span key={value}>
            {i === 0 ? "" : ", "}
            <SafeText text={value} className="font-semibold text-ink" /> ({count})
          </span>
        ))}
        .
      </p>
      <details open={state !== "ended"} className="mt-1">
        <summary className="cursor-pointer text-accent hover:underline">What ends when</summary>
        <dl className="mt-1 grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_max-content_minmax(0,1fr)]">
          {ends.map(({ thing, certainty, atMs, why }) => (
            <div key={thing} className="contents">
              <dt className="text-ink-2">{THINGS[thing]}</dt>
              <dd className="font-medium">{until(certainty, atMs)}</dd>
              <dd className="text-xs text-ink-2 max-sm:mb-1.5 sm:pt-0.5">{why}</dd>
            </div>
          ))}
        </dl>
      </details>
      <Proofs proofs={[{ kind: "attempt", id: attemptId, timeMs: lastMs }]} />
    </li>
  );
}

function until(certainty: EndCertainty, atMs: number | null): string {
  if (certainty === "never") return "no end";
  if (atMs === null) return "not known";
  const at = `${formatMoment(atMs)} UTC`;
  return certainty === "known" ? `ends ${at}` : `ends by ${at}`;
}
