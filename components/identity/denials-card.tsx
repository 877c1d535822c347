import { Card } from "@/components/ui/card";
import { SafeText } from "@/components/ui/safe-text";
import { denialTitle } from "@/lib/domain/explain/denial-title";
import type { IdentityReport } from "@/lib/domain/summarize/identities/identity-report";
import { CountedList } from "./counted-list";

/** Why it was turned away. */
export function DenialsCard({ errors }: Pick<IdentityReport, "errors">) {
  return (
    <Card title="Why it was turned away">
      {errors.length === 0 ? (
        <p className="text-ink-2">It never was, as far as the logs were read.</p>
      ) : (
        <CountedList
          label="Reasons"
          rows={errors.map(({ value, count }) => ({ key: value, count, content: <Reason error={value} /> }))}
        />
      )}
    </Card>
  );
}

function Reason({ error }: { error: string }) {
  const title = denialTitle(error, "this identity");
  return (
    <>
      {title === null ? null : (
        <span className="block">{title.charAt(0).toUpperCase() + title.slice(1)}</span>
      )}
      <SafeText text={error} breakable className="font-mono text-xs text-ink-2" />
    </>
  );
}
