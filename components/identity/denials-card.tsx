import Link from "next/link";
import { beginSentence } from "@/lib/domain/explain/begin-sentence";
import { Card } from "@/components/ui/card";
import { SafeText } from "@/components/ui/safe-text";
import { denialTitle } from "@/lib/domain/explain/denial-title";
import { reasonOfDenial } from "@/lib/domain/explain/reasons/denial-reason";
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
  const code = reasonOfDenial(error);
  return (
    <>
      {title === null || code === null ? null : (
        <Link href={`/reasons/${code}`} prefetch={false} className="block text-accent hover:underline">
          {beginSentence(title)}
        </Link>
      )}
      <SafeText text={error} breakable className="font-mono text-xs text-ink-2" />
    </>
  );
}
