import Link from "next/link";
import { memo } from "react";
import { VALUES_SCOPE } from "@/components/values/value-menu-provider";
import { ValuesButton } from "@/components/values/values-button";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { valuesOfAttempt } from "@/lib/domain/summarize/attempts/values-of-attempt";
import { type ColumnId, DEFAULT_COLUMNS } from "@/lib/search-params/attempts/list-columns";
import { RowCell } from "../columns/row-cell";
import { AttemptBehindName } from "./attempt-behind";
import { CELL, CHOSEN_GRID, ROW_GRID, ROW_LOOKS } from "./row-grid";

/** Words for screen readers behind a long name must not widen the page; the row's link lies over the cell all the same. */
const CLIPS = "relative pointer-events-none";

/** Where the columns stand that a list has by itself, on narrower screens too. */
const PLACES: Readonly<Partial<Record<ColumnId, string>>> = {
  time: "max-md:order-3",
  decision: "max-md:order-1",
  who: `${CLIPS} max-md:order-2`,
  origin: `${CLIPS} max-lg:hidden`,
  outcome: "max-md:order-4 max-md:col-span-2",
  through: "max-md:hidden",
  cluster: "text-ink-2 max-md:order-5 max-md:text-right pointer-coarse:pr-5",
};
const DEFAULT_IDS = DEFAULT_COLUMNS.map(({ id }) => id);

interface AttemptRowProps {
  readonly attempt: TracedAttempt;
  readonly index: number;
  readonly href: string;
  readonly tabbable: boolean;
  /** The columns; null = those that a list has by itself. */
  readonly chosen?: readonly ColumnId[] | null;
  /** It is open beside the list. */
  readonly opened?: boolean;
  /** Where it stands among rows that are placed one by one. */
  readonly top?: number;
  readonly onFocus: (index: number) => void;
}

/** One attempt; the whole row is its link. */
export const AttemptRow = memo(function AttemptRow(props: AttemptRowProps) {
  const { attempt, index, chosen = null, opened = false, top } = props;
  const ids = chosen ?? DEFAULT_IDS;
  return (
    <tr
      {...VALUES_SCOPE}
      // The head is row 1.
      aria-rowindex={index + 2}
      style={top === undefined ? undefined : { transform: `translateY(${top}px)` }}
      className={`${chosen === null ? ROW_GRID : CHOSEN_GRID} ${top === undefined ? "relative" : "absolute inset-x-0 top-0"} ${ROW_LOOKS} group ${opened ? "bg-accent-soft" : "hover:bg-sunken"}`}
    >
      {ids.map((id, i) => (
        <td key={id} className={`${CELL} ${chosen === null ? PLACES[id] : i === 0 ? "" : CLIPS}`}>
          {i === 0 ? <RowLink {...props} id={id} /> : <RowCell id={id} attempt={attempt} />}
          {chosen === null && id === "who" ? (
            <span className="lg:hidden">
              <AttemptBehindName attempt={attempt} />
            </span>
          ) : null}
          {chosen === null && id === "cluster" ? <RowValues attempt={attempt} /> : null}
        </td>
      ))}
      {chosen === null ? null : (
        <td className="contents">
          <RowValues attempt={attempt} />
        </td>
      )}
    </tr>
  );
});

/** The first cell holds the link, which lies over the whole row. */
function RowLink({
  attempt,
  index,
  href,
  tabbable,
  opened,
  onFocus,
  id,
}: AttemptRowProps & { id: ColumnId }) {
  return (
    <Link
      href={href}
      prefetch={false}
      data-row={index}
      aria-current={opened ? "true" : undefined}
      tabIndex={tabbable ? 0 : -1}
      onFocus={() => onFocus(index)}
      className="after:absolute after:inset-0 after:content-[''] focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
    >
      <RowCell id={id} attempt={attempt} />
    </Link>
  );
}

function RowValues({ attempt }: { attempt: TracedAttempt }) {
  return (
    <ValuesButton
      label="Values of this attempt"
      values={() => valuesOfAttempt(attempt)}
      attemptId={attempt.id}
      className="absolute right-2 bottom-1 z-10"
    />
  );
}
