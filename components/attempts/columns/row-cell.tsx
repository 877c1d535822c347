import { useZonedFormat } from "@/components/settings/use-zoned-format";
import { Chip } from "@/components/ui/chip";
import { SafeText } from "@/components/ui/safe-text";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import type { ColumnId } from "@/lib/search-params/attempts/list-columns";
import { AttemptBehind } from "../list/attempt-behind";
import { AttemptOutcome } from "../list/attempt-outcome";
import { AttemptWho } from "../list/attempt-who";
import { throughOf } from "../list/row-words";
import { shortenName } from "../list/shorten-name";
import { textOfColumn } from "./text-of-column";

/** What one column tells of an attempt. */
export function RowCell({ id, attempt }: { id: ColumnId; attempt: TracedAttempt }) {
  const { timeMs, decision, cluster } = attempt;
  if (id === "time") return <RowTime ms={timeMs} />;
  if (id === "decision")
    return <Chip tone={decision}>{decision === "granted" ? "✓ Granted" : "✕ Denied"}</Chip>;
  if (id === "who") return <AttemptWho attempt={attempt} />;
  if (id === "origin") return <AttemptBehind attempt={attempt} />;
  if (id === "outcome") return <AttemptOutcome attempt={attempt} />;
  if (id === "cluster") return cluster;
  const text = id === "through" ? throughOf(attempt) : textOfColumn(id, attempt);
  return <SafeText text={shortenName(text) || "–"} className="font-mono text-xs text-ink-2" />;
}

function RowTime({ ms }: { ms: number }) {
  const { day, clock } = useZonedFormat();
  return (
    <time dateTime={new Date(ms).toISOString()} className="font-mono text-xs text-ink-2">
      <span className="text-ink-3">{day(ms)}</span> {clock(ms)}
    </time>
  );
}
