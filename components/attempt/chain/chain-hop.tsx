import { TimeText } from "@/components/settings/time-text";
import { Chip } from "@/components/ui/chip";
import { CopyButton } from "@/components/ui/copy-button";
import { JsonBlock } from "@/components/ui/json-block";
import { SafeText } from "@/components/ui/safe-text";
import type { Hop } from "@/lib/domain/correlate/chain/chain";
import type { HopRecord } from "@/lib/domain/summarize/attempts/attempt-detail";
import { describeHop } from "@/lib/domain/explain/describe-hop";
import { HOP_WORDS } from "@/lib/domain/summarize/chain/hop-words";
import { CONFIDENCE_WORDS, NOTE_WORDS } from "./chain-words";

/** One hop: who called what and got what, how sure that is, and the record that says so. */
export function ChainHop({ hop, records }: { hop: Hop; records: readonly HopRecord[] }) {
  const { word, tone, title } = CONFIDENCE_WORDS[hop.confidence];
  return (
    <li className={`border-l-2 pl-3 ${tone === "open" ? "border-dashed border-open" : "border-line"}`}>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-semibold">{HOP_WORDS[hop.kind]}</span>
        <SafeText text={describeHop(hop)} breakable />
        <Chip tone={tone} title={title}>
          {word}
        </Chip>
      </div>
      <div className="font-mono text-xs text-ink-2">
        <TimeText ms={hop.timeMs} show="stamp" /> · {hop.region}
        {hop.accountId === null ? null : ` · account ${hop.accountId}`}
      </div>
      {hop.by === null ? null : (
        <div className="text-xs text-ink-2">
          by <SafeText text={hop.by} breakable className="font-mono" />
          {hop.sourceIp === null || hop.sourceIp === hop.by ? null : (
            <>
              {" from "}
              <SafeText text={hop.sourceIp} breakable className="font-mono" />
            </>
          )}
          {hop.userAgent === null || hop.userAgent === hop.sourceIp ? null : (
            <>
              {" with "}
              <SafeText text={hop.userAgent} breakable className="font-mono" />
            </>
          )}
        </div>
      )}
      {hop.sourceIdentity === null ? null : (
        <div className="text-xs text-ink-2">
          source identity <SafeText text={hop.sourceIdentity} breakable className="font-mono" />
        </div>
      )}
      {hop.notes.map((note) => (
        <p key={note} className="text-xs text-open">
          {NOTE_WORDS[note]}
        </p>
      ))}
      {records.length === 0 ? <p className="text-xs text-ink-2">Its raw record is no longer kept.</p> : null}
      {records.map((record) => (
        <RawRecord key={record.recordId} record={record} />
      ))}
    </li>
  );
}

function RawRecord({ record: { eventId, json, note } }: { record: HopRecord }) {
  return (
    <details className="mt-1">
      <summary className="font-mono text-xs text-ink-2">
        Record <SafeText text={eventId} />
      </summary>
      {note === null ? null : <SafeText text={note} className="text-xs text-ink-2" />}
      <div className="my-1 flex justify-end">
        <CopyButton label="Copy JSON" text={json} />
      </div>
      <JsonBlock json={json} />
    </details>
  );
}
