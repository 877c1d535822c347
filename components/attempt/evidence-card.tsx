import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { formatPlural } from "@/components/ui/format-count";
import { formatStamp } from "@/components/ui/format-time";
import { SafeText } from "@/components/ui/safe-text";
import type { AttemptDetail, LineEvidence } from "@/lib/domain/summarize/attempt-detail";
import { CloudTrailRecord } from "./cloud-trail-record";
import { LogLine } from "./log-line";

/** The records that prove all of it, as they came. */
export function EvidenceCard({ detail: { lines, events } }: { detail: AttemptDetail }) {
  return (
    <Card title="Evidence">
      <details open className="border-t border-line py-2.5">
        <summary>Authenticator · {formatPlural(lines.length, "line")}</summary>
        <ol className="mt-2 grid gap-3">
          {lines.map((line) => (
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

function Line({ line }: { line: LineEvidence }) {
  return (
    <li className="grid gap-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 font-mono text-xs text-ink-2">
        <span>{formatStamp(line.timeMs)}</span>
        <SafeText text={line.stream} />
        {line.eventId === null ? null : <SafeText text={line.eventId} className="text-ink-3" />}
        <span className="grow" />
        <CopyButton label="Copy line" text={line.text} />
      </div>
      <LogLine text={line.text} />
    </li>
  );
}
