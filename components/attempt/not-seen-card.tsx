import { Card } from "@/components/ui/card";
import { SafeText } from "@/components/ui/safe-text";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";

/** What was looked for and not found: no evidence is not evidence of nothing. */
export function NotSeenCard({ notSeen }: { notSeen: AttemptDetail["notSeen"] }) {
  if (notSeen.length === 0) return null;
  return (
    <Card title="Not seen">
      <ul className="grid gap-1.5">
        {notSeen.map(({ what, why }) => (
          <li key={what}>
            <SafeText text={what} className="font-medium" />
            {": "}
            <SafeText text={why} className="text-ink-2" />
          </li>
        ))}
      </ul>
    </Card>
  );
}
