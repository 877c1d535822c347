import { TimeText } from "@/components/settings/time-text";
import { SafeText } from "@/components/ui/safe-text";
import type { SelectionRow } from "@/lib/domain/summarize/evidence/selection-rows";

const CELL = "px-2 py-1 text-left align-top";
const HEADS = ["Time", "Decision", "Cluster", "As whom, or why not", "Caller"];

/** A shared list, as a table. */
export function SelectionTable({ rows }: { rows: readonly SelectionRow[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is scrolled by keyboard.
    <section aria-label="Attempts" tabIndex={0} className="max-w-full overflow-x-auto">
      <table className="min-w-[44rem] text-sm">
        <thead className="text-ink-2">
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col" className={CELL}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ timeMs, ...row }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows are frozen.
            <tr key={i}>
              <td className={CELL}>
                <TimeText ms={timeMs} show="stamp" />
              </td>
              {[row.decision, row.cluster, row.outcome, row.caller].map((text, at) => (
                <td key={HEADS[at + 1]} className={CELL}>
                  <SafeText text={text} breakable />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
