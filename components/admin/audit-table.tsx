import type { ReactNode } from "react";
import { TimeText } from "@/components/settings/time-text";
import { SafeText } from "@/components/ui/safe-text";
import type { AuditRow } from "@/lib/domain/summarize/audit/audit-row";
import { tellDeed, tellFacts, tellTarget } from "@/lib/domain/summarize/audit/audit-words";

const COLUMNS = ["Line", "Time", "Who", "From", "What was done"] as const;

/** Newest first. On a phone each line is a small block. */
export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  return (
    <table className="w-full text-left text-sm max-sm:block">
      <caption className="sr-only">What people did, newest first</caption>
      <thead className="text-xs text-ink-2 max-sm:sr-only">
        <tr className="border-b border-line">
          {COLUMNS.map((name) => (
            <th key={name} scope="col" className="py-1.5 pr-3 font-medium whitespace-nowrap">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {rows.map((row) => (
          <Line key={row.seq} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ row: { seq, time, viewer, peer, deed, target, outcome, facts } }: { row: AuditRow }) {
  return (
    <tr className="border-b border-line align-baseline max-sm:block max-sm:py-2">
      <Cell>
        <span className="text-xs text-ink-3">{seq}</span>
      </Cell>
      <Cell>
        <TimeText ms={Date.parse(time)} show="second" className="sm:whitespace-nowrap" />
      </Cell>
      <Cell>
        <span title={viewer.id}>
          <SafeText text={viewer.name} breakable />
        </span>
        {viewer.role === null ? null : (
          <span className="text-xs text-ink-2">
            {" "}
            <SafeText text={viewer.role} />
          </span>
        )}
      </Cell>
      <Cell>
        {peer === null ? (
          <span className="text-ink-2">this machine</span>
        ) : (
          <SafeText text={peer} className="font-mono text-xs" />
        )}
      </Cell>
      <Cell>
        <SafeText text={tellDeed(deed)} className="font-medium" />{" "}
        <SafeText text={tellTarget(deed, target)} breakable />
        {outcome === "done" ? null : <SafeText text={` ${outcome}`} className="text-denied" />}
        <Facts text={tellFacts(deed, facts)} />
      </Cell>
    </tr>
  );
}

function Cell({ children }: { children: ReactNode }) {
  return <td className="py-1.5 pr-3 [overflow-wrap:anywhere] max-sm:inline max-sm:pr-2">{children}</td>;
}

function Facts({ text }: { text: string }) {
  return text === "" ? null : <SafeText text={text} className="block text-xs text-ink-2" />;
}
