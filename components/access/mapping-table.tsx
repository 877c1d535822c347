import { SafeText } from "@/components/ui/safe-text";
import type { MappingRow } from "@/lib/domain/summarize/configuration/configuration-report";
import { whereIs } from "./back-end-words";
import { PolicyList } from "./policy-list";

const HEAD = "px-2 py-1 text-left text-xs font-medium text-ink-2";
const CELL = "px-2 py-1.5 align-top max-md:block max-md:px-0 max-md:py-0.5";

/** Every entry that is known, in the order in which the cluster asks for them; on narrow screens one below the other. */
export function MappingTable({ mappings }: { mappings: readonly MappingRow[] }) {
  return (
    <table className="w-full table-fixed border-collapse max-md:block">
      <thead className="max-md:sr-only">
        <tr className="border-b border-line">
          <th scope="col" className={`${HEAD} w-40`}>
            Where
          </th>
          <th scope="col" className={HEAD}>
            Principal
          </th>
          <th scope="col" className={HEAD}>
            Becomes
          </th>
          <th scope="col" className={`${HEAD} w-60`}>
            In groups, with policies
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {mappings.map((row) => (
          <Row key={`${row.backEnd} ${row.entry.arn} ${row.entry.place?.line ?? ""}`} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row: { backEnd, isRead, entry, type, policies } }: { row: MappingRow }) {
  const isUnknown = entry.username === "" && type !== null && type !== "STANDARD";
  return (
    <tr
      className={`border-b border-line last:border-b-0 max-md:block max-md:py-1.5 ${isRead ? "" : "text-ink-3"}`}
    >
      <td className={CELL}>
        {whereIs(backEnd, entry)}
        {type === null || type === "STANDARD" ? null : <SafeText text={` (${type})`} />}
        {isRead ? null : <div className="text-xs">not read in this mode</div>}
      </td>
      <td className={CELL}>
        <SafeText text={entry.arn} breakable className="font-mono text-xs" />
      </td>
      <td className={CELL}>
        {isUnknown ? (
          <span className="text-ink-2">a name that is not known for this type</span>
        ) : (
          <SafeText text={entry.username || "no username"} breakable className="font-mono text-xs" />
        )}
      </td>
      <td className={CELL}>
        {entry.groups.length === 0 && policies.length === 0 ? <span className="text-ink-3">none</span> : null}
        <SafeText text={entry.groups.join(", ")} breakable className="font-mono text-xs" />
        {policies.length === 0 ? null : <PolicyList policies={policies} />}
      </td>
    </tr>
  );
}
