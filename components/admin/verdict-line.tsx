import { Notice } from "@/components/ui/notice";
import { SafeText } from "@/components/ui/safe-text";
import { type AuditVerdict, tellVerdict } from "@/lib/domain/summarize/audit/audit-verdict";

/** What the check of the log's chain found. */
export function VerdictLine({ verdict }: { verdict: AuditVerdict }) {
  const text = <SafeText text={tellVerdict(verdict)} className="min-w-0 [overflow-wrap:anywhere]" />;
  if (verdict.kind === "broken") return <Notice title="The log is not as it was written.">{text}</Notice>;
  return (
    <p role="status" className="rounded-lg border border-line bg-surface px-4 py-2.5">
      <span aria-hidden="true" className="text-granted">
        ✓{" "}
      </span>
      {text}
    </p>
  );
}
