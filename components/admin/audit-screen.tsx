import Link from "next/link";
import { ParameterNotice } from "@/components/attempts/parameter-notice";
import { SpanText } from "@/components/settings/span-text";
import { formatPlural } from "@/components/ui/format-count";
import type { AuditPage } from "@/lib/domain/summarize/audit/audit-filter";
import type { AuditVerdict } from "@/lib/domain/summarize/audit/audit-verdict";
import {
  type AuditAsked,
  checkedAuditHref,
  olderAuditHref,
} from "@/lib/search-params/audit/load-audit-query";
import { AuditSearch } from "./audit-search";
import { AuditTable } from "./audit-table";
import { VerdictLine } from "./verdict-line";

interface AuditScreenProps extends AuditPage {
  readonly asked: AuditAsked;
  /** null = the check was not asked for. */
  readonly verdict: AuditVerdict | null;
}

/** Who saw, exported, shared and changed what with this Gatebook, for admins. */
export function AuditScreen({ asked, rows, next, verdict }: AuditScreenProps) {
  return (
    <div className="mx-auto grid max-w-[73.75rem] grid-cols-[minmax(0,1fr)] gap-3.5 px-4 pt-4 pb-12 sm:px-5">
      <div>
        <h1 className="text-xl font-semibold">Who saw what</h1>
        <p className="mt-1 max-w-prose text-ink-2">
          What people did with this Gatebook. Each line carries the hash of the line before it, so a line that
          was changed, moved or taken out shows. Whoever can write the data folder can write all of it anew:
          compare the last hash with what your log collector has.
        </p>
      </div>
      <ParameterNotice problems={asked.problems} />
      <AuditSearch asked={asked} />
      {verdict === null ? (
        <Link
          href={checkedAuditHref(asked)}
          prefetch={false}
          className="justify-self-start text-accent hover:underline"
        >
          Verify the whole log
        </Link>
      ) : (
        <VerdictLine verdict={verdict} />
      )}
      <p className="text-ink-2">
        <b className="font-semibold text-ink">{formatPlural(rows.length, "line")}</b>{" "}
        {next === null ? "" : "and older ones, "}
        <SpanText range={asked.range} />
      </p>
      {rows.length === 0 ? (
        <p className="text-ink-2">Nothing that was noted matches.</p>
      ) : (
        <AuditTable rows={rows} />
      )}
      {next === null ? null : (
        <Link
          href={olderAuditHref(asked, next)}
          prefetch={false}
          className="justify-self-start text-accent hover:underline"
        >
          Older lines
        </Link>
      )}
    </div>
  );
}
