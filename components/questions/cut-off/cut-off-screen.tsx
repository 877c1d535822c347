import { Card } from "@/components/ui/card";
import { isMasked } from "@/lib/domain/redact/is-masked";
import type { CutOff } from "@/lib/domain/summarize/questions/cut-off/cut-off";
import { identityPath } from "@/lib/search-params/identities/identity-path";
import { NotSeenLine } from "../not-seen-line";
import { OnwardLinks } from "../onward-links";
import { questionHref } from "../registry";
import { Verdict } from "../verdict";
import { MeasureItem } from "./measure-item";
import { SessionItem } from "./session-item";

/** Which sessions still let somebody in, until when, and what ends that. */
export function CutOffScreen({ answer, who }: { answer: CutOff; who: string }) {
  const { verdict, identity, sessions, moreSessions, measures, because } = answer;
  return (
    <>
      <Verdict parts={verdict} />
      <NotSeenLine because={because} />
      {sessions.length === 0 ? null : (
        <Card title="Their sessions" aside="each with what lets them in, and when that ends by itself">
          <ul aria-label="Their sessions" className="grid">
            {sessions.map((session) => (
              <SessionItem key={session.attemptId} session={session} />
            ))}
          </ul>
          {moreSessions > 0 ? (
            <p className="mt-1 text-xs text-ink-2">{moreSessions} older ones are not shown.</p>
          ) : null}
        </Card>
      )}
      {measures.length === 0 ? null : (
        <Card title="How to cut them off" aside="the quickest first; Gatebook runs none of it">
          <ol aria-label="How to cut them off" className="grid">
            {measures.map((measure) => (
              <MeasureItem key={`${measure.title} ${measure.forms[0]?.text ?? ""}`} measure={measure} />
            ))}
          </ol>
        </Card>
      )}
      <OnwardLinks
        links={[
          ...(identity === null || isMasked(identity.value)
            ? []
            : [{ href: identityPath(identity), text: "All that they did" }]),
          { href: questionHref("why-not-in", { who }), text: "Afterwards: see that they cannot get in" },
        ]}
      />
    </>
  );
}
