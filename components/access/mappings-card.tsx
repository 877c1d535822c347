import Link from "next/link";
import { Card } from "@/components/ui/card";
import { SafeText } from "@/components/ui/safe-text";
import type { ConfigurationReport } from "@/lib/domain/summarize/configuration/configuration-report";
import { MODE_WORDS } from "./access-words";
import { MappingTable } from "./mapping-table";
import { ReadingNotes } from "./reading-notes";

/** Who may come in to a cluster just now: mode, entries, and how well each part is known. */
export function MappingsCard({ report }: { report: ConfigurationReport }) {
  const { cluster, mode, mappings, accounts } = report;
  return (
    <Card
      title="Who may come in"
      aside={
        <Link
          href={`/clusters/${encodeURIComponent(cluster)}/what-if`}
          prefetch={false}
          className="text-accent underline"
        >
          what would become of somebody?
        </Link>
      }
    >
      <p className="mb-2">
        {mode === null
          ? "How the cluster takes mappings is not known: EKS could not be asked."
          : MODE_WORDS[mode]}
      </p>
      {accounts.length === 0 ? null : (
        <p className="mb-2">
          Every principal of <SafeText text={accounts.join(", ")} className="font-mono text-xs" /> comes in as
          its own ARN (mapAccounts).
        </p>
      )}
      {mappings.length === 0 ? (
        <p className="text-ink-2">No entry is known. What it takes to read them stands below.</p>
      ) : (
        <MappingTable mappings={mappings} />
      )}
      <ReadingNotes report={report} />
    </Card>
  );
}
