import { TimeText } from "@/components/settings/time-text";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { Fact, FactList } from "@/components/ui/fact-list";
import { SafeText } from "@/components/ui/safe-text";
import type { AttemptDetail, StsEvidence } from "@/lib/domain/summarize/attempts/attempt-detail";
import { AWS_ADDRESS } from "./address-words";
import { describeConfidence } from "./chain/confidence-words";

/** The GetCallerIdentity call behind the attempt, with how sure that is and what else it could be. */
export function StsCard({ detail }: { detail: AttemptDetail }) {
  const { attempt, events } = detail;
  const { chip, tone, sentence } = describeConfidence(attempt);
  const chosen = events.find((event) => event.chosen);
  const others = events.filter((event) => !event.chosen);
  return (
    <Card title="The STS event" aside={<Chip tone={tone}>{chip}</Chip>}>
      <p className="mb-2 max-w-prose">{sentence}</p>
      {chosen === undefined ? null : <ChosenEvent event={chosen} attemptMs={attempt.timeMs} />}
      {others.length === 0 ? null : (
        <details className="mt-2 border-t border-line pt-2" open={chosen === undefined}>
          <summary className="text-ink-2">
            {chosen === undefined ? "The calls that fit" : "The other calls of the window"} ({others.length})
          </summary>
          <ul className="mt-2 grid gap-1 font-mono text-xs">
            {others.map(({ eventId, timeMs, region }) => (
              <li key={eventId}>
                <TimeText ms={timeMs} show="stamp" /> · {region} · <SafeText text={eventId} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

function ChosenEvent({ event, attemptMs }: { event: StsEvidence; attemptMs: number }) {
  return (
    <FactList>
      <Fact name="Time">
        <TimeText ms={event.timeMs} show="stamp" className="font-mono text-xs" />{" "}
        <span className="text-ink-2">{describeOffset(event.timeMs - attemptMs)}</span>
      </Fact>
      <Fact name="Event id">
        <SafeText text={event.eventId} className="font-mono text-xs" />
      </Fact>
      <Fact name="Region">{event.region}</Fact>
      <Fact name="Source IP" note={AWS_ADDRESS.sts}>
        <SafeText text={event.sourceIp ?? "not in the event"} className="font-mono text-xs" />
      </Fact>
      <Fact name="User agent">
        <SafeText text={event.userAgent ?? "not in the event"} className="font-mono text-xs" />
      </Fact>
    </FactList>
  );
}

function describeOffset(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 100) / 10;
  if (seconds === 0) return "at the attempt";
  return `${seconds} s ${ms < 0 ? "before" : "after"} the attempt`;
}
