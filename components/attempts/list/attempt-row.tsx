import { useZonedFormat } from "@/components/settings/use-zoned-format";
import Link from "next/link";
import { memo } from "react";
import { Chip } from "@/components/ui/chip";
import { SafeText } from "@/components/ui/safe-text";
import { VALUES_SCOPE } from "@/components/values/value-menu-provider";
import { ValuesButton } from "@/components/values/values-button";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { valuesOfAttempt } from "@/lib/domain/summarize/attempts/values-of-attempt";
import { AttemptBehind, AttemptBehindName } from "./attempt-behind";
import { AttemptOutcome } from "./attempt-outcome";
import { AttemptWho } from "./attempt-who";
import { CELL, ROW_GRID, ROW_LOOKS } from "./row-grid";
import { throughOf } from "./row-words";
import { shortenName } from "./shorten-name";

/** Words for screen readers behind a long name must not widen the page; the row's link lies over the cell all the same. */
const CLIPS = "relative pointer-events-none";

/** Not a thing to see in every row: it comes while one points at the row, or is in it. */
const ON_HOVER =
  "z-10 opacity-0 group-hover:opacity-100 group-has-focus-visible:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100";

interface AttemptRowProps {
  readonly attempt: TracedAttempt;
  readonly index: number;
  readonly href: string;
  readonly tabbable: boolean;
  /** It is open beside the list. */
  readonly opened?: boolean;
  /** Where it stands among rows that are placed one by one. */
  readonly top?: number;
  readonly onFocus: (index: number) => void;
}

/** One attempt; the whole row is its link. */
export const AttemptRow = memo(function AttemptRow({
  attempt,
  index,
  href,
  tabbable,
  opened = false,
  top,
  onFocus,
}: AttemptRowProps) {
  const { timeMs, decision, cluster } = attempt;
  const { day, clock } = useZonedFormat();
  return (
    <tr
      {...VALUES_SCOPE}
      // The head is row 1.
      aria-rowindex={index + 2}
      style={top === undefined ? undefined : { transform: `translateY(${top}px)` }}
      className={`${ROW_GRID} ${top === undefined ? "relative" : "absolute inset-x-0 top-0"} ${ROW_LOOKS} group ${opened ? "bg-accent-soft" : "hover:bg-sunken"}`}
    >
      <td className={`${CELL} font-mono text-xs text-ink-2 max-md:order-3`}>
        <Link
          href={href}
          prefetch={false}
          data-row={index}
          aria-current={opened ? "true" : undefined}
          tabIndex={tabbable ? 0 : -1}
          onFocus={() => onFocus(index)}
          className="after:absolute after:inset-0 after:content-[''] focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          <time dateTime={new Date(timeMs).toISOString()}>
            <span className="text-ink-3">{day(timeMs)}</span> {clock(timeMs)}
          </time>
        </Link>
      </td>
      <td className={`${CELL} max-md:order-1`}>
        <Chip tone={decision}>{decision === "granted" ? "✓ Granted" : "✕ Denied"}</Chip>
      </td>
      <td className={`${CELL} ${CLIPS} max-md:order-2`}>
        <AttemptWho attempt={attempt} />
        <span className="lg:hidden">
          <AttemptBehindName attempt={attempt} />
        </span>
      </td>
      <td className={`${CELL} ${CLIPS} max-lg:hidden`}>
        <AttemptBehind attempt={attempt} />
      </td>
      <td className={`${CELL} max-md:order-4 max-md:col-span-2`}>
        <AttemptOutcome attempt={attempt} />
      </td>
      <td className={`${CELL} font-mono text-xs text-ink-2 max-md:hidden`}>
        <SafeText text={shortenName(throughOf(attempt)) || "–"} />
      </td>
      <td className={`${CELL} text-ink-2 max-md:order-5 max-md:text-right pointer-coarse:pr-5`}>
        {cluster}
        <ValuesButton
          label="Values of this attempt"
          values={() => valuesOfAttempt(attempt)}
          className={`${ON_HOVER} absolute right-2 bottom-1`}
        />
      </td>
    </tr>
  );
});
