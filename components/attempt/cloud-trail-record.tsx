import { TimeText } from "@/components/settings/time-text";
import { Chip } from "@/components/ui/chip";
import { CopyButton } from "@/components/ui/copy-button";
import { JsonBlock } from "@/components/ui/json-block";
import { SafeText } from "@/components/ui/safe-text";
import type { StsEvidence } from "@/lib/domain/summarize/attempts/attempt-detail";

/** One CloudTrail record: spread out to read, as it came to copy. */
export function CloudTrailRecord({ event }: { event: StsEvidence }) {
  return (
    <li className="min-w-0">
      <details open={event.chosen}>
        <summary className="font-mono text-xs text-ink-2">
          <TimeText ms={event.timeMs} show="stamp" /> · {event.region} · <SafeText text={event.eventId} />{" "}
          {event.chosen ? <Chip tone="accent">chosen</Chip> : <Chip>could also be it</Chip>}
        </summary>
        {event.note === null ? null : <SafeText text={event.note} className="text-xs text-ink-2" />}
        <div className="my-1 flex justify-end">
          <CopyButton label="Copy JSON" text={event.json} />
        </div>
        <JsonBlock json={event.json} />
      </details>
    </li>
  );
}
