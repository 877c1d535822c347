import { Card } from "@/components/ui/card";
import { SafeText } from "@/components/ui/safe-text";
import type { Remark } from "@/lib/domain/explain/findings/check-config-map";
import { SEVERITY_WORDS } from "./access-words";

const TONES = { error: "text-denied", warning: "text-open", note: "text-ink-2" } as const;
const ORDER = ["error", "warning", "note"];

/** What somebody should know about a configuration, the worst first. */
export function FindingsCard({ findings }: { findings: readonly Remark[] }) {
  return (
    <Card
      title="What to know about it"
      aside={`${findings.length} ${findings.length === 1 ? "finding" : "findings"}`}
    >
      <FindingList findings={findings} />
    </Card>
  );
}

/** Each in a line that opens to why and what to do. */
export function FindingList({ findings }: { findings: readonly Remark[] }) {
  const sorted = [...findings].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return (
    <ul className="grid gap-1">
      {sorted.map((finding) => (
        <li
          key={`${finding.code} ${finding.place?.line ?? ""} ${finding.principalArn ?? ""} ${finding.message}`}
        >
          <FindingLine finding={finding} />
        </li>
      ))}
    </ul>
  );
}

function FindingLine({ finding: { severity, message, why, fix, place } }: { finding: Remark }) {
  return (
    <details>
      <summary className="cursor-pointer">
        <span className={`mr-2 text-xs font-semibold whitespace-nowrap ${TONES[severity]}`}>
          {SEVERITY_WORDS[severity]}
        </span>
        {place === null ? null : <span className="mr-2 text-xs text-ink-3">line {place.line}</span>}
        <SafeText text={message} breakable />
      </summary>
      <div className="mt-1 mb-2 ml-4 grid gap-1 text-ink-2">
        {why === null ? null : <SafeText text={why} breakable className="block" />}
        {fix === null ? null : (
          <div>
            <span className="font-medium">What to do: </span>
            <SafeText text={fix} breakable className="whitespace-pre-wrap" />
          </div>
        )}
      </div>
    </details>
  );
}
