import { useHydrated } from "@/components/ui/use-hydrated";
import { AttemptRow } from "./attempt-row";
import { AttemptTable } from "./attempt-table";
import { type AttemptListProps, ScrolledList } from "./scrolled-list";

/** Drawn by the server, and until the list can measure itself. */
const FIRST_ROWS = 40;
const nothing = () => {};

/** The attempts, newest first; only those near the screen are in the page. */
export function AttemptList(props: AttemptListProps) {
  const hydrated = useHydrated();
  const { list, stale, hrefOf } = props;
  if (hydrated) return <ScrolledList {...props} />;
  return (
    <AttemptTable total={list.total} stale={stale}>
      <tbody className="block">
        {list.rows.slice(0, FIRST_ROWS).map((row, i) => (
          <AttemptRow
            key={row.id}
            attempt={row}
            index={i}
            href={hrefOf(row)}
            tabbable={i === 0}
            onFocus={nothing}
          />
        ))}
      </tbody>
    </AttemptTable>
  );
}
