import { whereIs } from "@/components/access/back-end-words";
import { Card } from "@/components/ui/card";
import { SafeText } from "@/components/ui/safe-text";
import type { OtherUse } from "@/lib/domain/summarize/questions/mapping-use/used-mapping";
import { OTHER_WORDS } from "./mapping-use-words";
import { UsesLine } from "./uses-line";

/** Who came in by what is no entry of now. */
export function OtherUsesCard({ others }: { others: readonly OtherUse[] }) {
  if (others.length === 0) return null;
  return (
    <Card title="Came in by something else" aside="by what is no entry just now">
      <ul aria-label="Came in by something else" className="grid">
        {others.map(({ what, backEnd, arn, uses }) => (
          <li key={`${what} ${backEnd} ${arn}`} className="border-t border-line py-2 first:border-t-0">
            <p>
              {OTHER_WORDS[what]}
              {backEnd === null || arn === null ? null : (
                <>
                  {`: ${whereIs(backEnd, null).toLowerCase()} of `}
                  <SafeText text={arn} breakable className="font-mono text-xs font-semibold" />
                </>
              )}
            </p>
            <UsesLine uses={uses} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
