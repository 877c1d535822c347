import { Card } from "@/components/ui/card";
import { formatCount, formatPlural } from "@/components/ui/format-count";
import type { WhoIsBehind } from "@/lib/domain/summarize/questions/who-is-behind/who-is-behind";
import type { WhoIsBehindQuery } from "@/lib/domain/summarize/questions/who-is-behind/who-is-behind-query";
import { NotSeenLine } from "../not-seen-line";
import { OnwardLinks } from "../onward-links";
import { Verdict } from "../verdict";
import { BehindItem } from "./behind-item";
import { behindOnward } from "./behind-links";
import { OtherNames } from "./other-names";

/** The people and workloads behind a name, each with how he came, and what of that is not known. */
export function WhoIsBehindScreen({ answer, asked }: { answer: WhoIsBehind; asked: WhoIsBehindQuery }) {
  const { verdict, behind, moreBehind, attempts, identity, others, near, because } = answer;
  return (
    <>
      <Verdict parts={verdict} />
      <NotSeenLine because={because} />
      <OtherNames title="It is also the name of" names={others} />
      <OtherNames title="Names like it" names={near} />
      {behind.length === 0 || identity === null ? null : (
        <Card title="Who is behind it" aside={`of ${formatPlural(attempts, "attempt")} in this time`}>
          <ul aria-label="Who is behind it" className="grid">
            {behind.map((one) => (
              <BehindItem
                key={one.attemptId}
                behind={one}
                identity={identity}
                isOpen={one.isAsked || behind.length <= FEW}
              />
            ))}
          </ul>
          {moreBehind > 0 ? (
            <p className="mt-1 text-xs text-ink-2">and {formatCount(moreBehind)} more, who came less often</p>
          ) : null}
        </Card>
      )}
      <OnwardLinks links={behindOnward(answer, asked)} />
    </>
  );
}

/** The ways of more would push the names apart. */
const FEW = 3;
