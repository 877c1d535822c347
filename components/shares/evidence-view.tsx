import { TimeText } from "@/components/settings/time-text";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { SafeText } from "@/components/ui/safe-text";
import type { Evidence, EvidenceRecord } from "@/lib/domain/summarize/evidence/evidence";
import { factTree } from "@/lib/domain/summarize/evidence/fact-tree";
import { mainFacts } from "@/lib/domain/summarize/evidence/main-facts";
import { selectionRows } from "@/lib/domain/summarize/evidence/selection-rows";
import { FactListTree } from "./fact-list-tree";
import { LEVEL_WORDS } from "./level-words";
import { SelectionTable } from "./selection-table";

/** A frozen document, from itself alone. */
export function EvidenceView({ evidence }: { evidence: Evidence }) {
  const { title, note, madeMs, sharedBy, level, content, records, sha256 } = evidence;
  const rows = evidence.kind === "selection" ? selectionRows(content) : [];
  const main = mainFacts(content);
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3.5">
      <h2 className="text-lg font-semibold">
        <SafeText text={title} breakable />
      </h2>
      <p className="flex flex-wrap items-center gap-2 text-ink-2">
        <Chip>{LEVEL_WORDS[level]}</Chip>
        <span>
          Shared by <SafeText text={sharedBy} breakable />, <TimeText ms={madeMs} show="stamp" />
        </span>
      </p>
      {note === "" ? null : (
        <p className="whitespace-pre-wrap">
          <SafeText text={note} breakable />
        </p>
      )}
      {main.length === 0 ? (
        <Card title="Facts">
          {rows.length === 0 ? <FactListTree facts={factTree(content)} /> : <SelectionTable rows={rows} />}
        </Card>
      ) : (
        <Card title="In short">
          <FactListTree facts={main} />
        </Card>
      )}
      <Records records={records} />
      {main.length === 0 ? null : (
        <details className="rounded-lg border border-line bg-surface px-4 py-3.5">
          <summary className="text-xs font-semibold text-ink-2">All facts</summary>
          <FactListTree facts={factTree(content)} />
        </details>
      )}
      <Digest label="SHA-256" hex={sha256} />
    </div>
  );
}

function Records({ records }: Pick<Evidence, "records">) {
  return (
    <Card title="Records">
      {records.length === 0 ? <p className="text-ink-2">No records are in it.</p> : null}
      <ul className="grid min-w-0 gap-3">
        {records.map((record) => (
          <RecordItem key={record.recordId} record={record} />
        ))}
      </ul>
    </Card>
  );
}

function RecordItem({
  record: { recordId, kind, text, note, sha256, originalSeal },
}: {
  record: EvidenceRecord;
}) {
  return (
    <li className="min-w-0">
      <p className="text-ink-2">
        {kind === "line" ? "Log line" : "CloudTrail event"} <SafeText text={recordId} breakable />
      </p>
      {note === null ? null : <p className="text-ink-2">{note}</p>}
      {text === "" ? null : (
        <p className="font-mono text-xs break-all whitespace-pre-wrap">
          <SafeText text={text} breakable />
        </p>
      )}
      {text === "" ? null : <Digest label="SHA-256" hex={sha256} />}
      {originalSeal === null ? null : <Digest label="Seal of the record as it came" hex={originalSeal} />}
    </li>
  );
}

function Digest({ label, hex }: { label: string; hex: string }) {
  return (
    <p className="font-mono text-xs break-all text-ink-3">
      {label} {hex}
    </p>
  );
}
