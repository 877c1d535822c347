import { TimeText } from "@/components/settings/time-text";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { formatPlural } from "@/components/ui/format-count";
import { JsonBlock } from "@/components/ui/json-block";
import { SafeText } from "@/components/ui/safe-text";
import { isRebuilt } from "@/lib/domain/correlate/rebuilt";
import { parseAuthenticatorLine } from "@/lib/domain/parse/authenticator-line";
import type { AttemptDetail, LineEvidence } from "@/lib/domain/summarize/attempts/attempt-detail";
import { CloudTrailRecord } from "./cloud-trail-record";
import { LogLine } from "./log-line";

/** The records that prove all of it, as they came. */
export function EvidenceCard({ detail: { attempt, lines, events } }: { detail: AttemptDetail }) {
  const title = isRebuilt(attempt)
    ? `Audit log · ${formatPlural(lines.length, "event")}`
    : `Authenticator · ${formatPlural(lines.length, "line")}`;
  return (
    <Card title="Evidence">
      <details open className="border-t border-line py-2.5">
        <summary>{title}</summary>
        <ol className="mt-2 grid gap-3">
          {inOrder(lines).map((line) => (
            <Line key={line.recordId} line={line} />
          ))}
        </ol>
      </details>
      <details open={events.some((event) => event.chosen)} className="border-t border-line pt-2.5">
        <summary>CloudTrail · {formatPlural(events.length, "record")}</summary>
        <ol className="mt-2 grid gap-3">
          {events.map((event) => (
            <CloudTrailRecord key={event.recordId} event={event} />
          ))}
        </ol>
      </details>
    </Card>
  );
}

/** By time; within a millisecond STS answers before the authenticator decides. */
function inOrder(lines: readonly LineEvidence[]): readonly LineEvidence[] {
  const rank = ({ text }: LineEvidence) => (isStsResponse(text) ? 0 : 1);
  return lines.toSorted((a, b) => a.timeMs - b.timeMs || rank(a) - rank(b));
}

function isStsResponse(text: string): boolean {
  const record = parseAuthenticatorLine(text);
  return record.kind === "line" && record.event.type === "sts-response";
}

function Line({ line }: { line: LineEvidence }) {
  return (
    <li className="grid gap-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 font-mono text-xs text-ink-2">
        <TimeText ms={line.timeMs} show="stamp" />
        <SafeText text={line.stream} />
        {line.eventId === null ? null : <SafeText text={line.eventId} className="text-ink-3" />}
        <span className="grow" />
        <CopyButton label="Copy line" text={line.text} />
      </div>
      {line.note === null ? null : <SafeText text={line.note} className="text-xs text-ink-2" />}
      {line.text.startsWith("{") ? <JsonBlock json={line.text} /> : <LogLine text={line.text} />}
    </li>
  );
}
