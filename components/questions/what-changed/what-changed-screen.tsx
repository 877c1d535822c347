import { Card } from "@/components/ui/card";
import type { WhatChanged } from "@/lib/domain/summarize/questions/what-changed/what-changed";
import { formatMoment } from "@/lib/domain/time/format-time";
import { NotSeenLine } from "../not-seen-line";
import { OnwardLinks } from "../onward-links";
import { Verdict } from "../verdict";
import { DenialRunItem } from "./denial-run-item";
import { NamelessCard } from "./nameless-card";
import { NothingKnownCard } from "./nothing-known-card";
import { SuspectItem } from "./suspect-item";

/** Where denials begin, and the changes before, the likeliest first. */
export function WhatChangedScreen({ answer, cluster }: { answer: WhatChanged; cluster: string }) {
  const { verdict, beginsMs, suspects, runs, moreRuns, nameless, because } = answer;
  const begins = beginsMs === null ? undefined : `it began at ${formatMoment(beginsMs)} UTC`;
  return (
    <>
      <Verdict parts={verdict} />
      <NotSeenLine because={because} />
      {suspects.length === 0 ? (
        <NothingKnownCard cluster={cluster} />
      ) : (
        <Card title="Changes before, the likeliest first">
          <ol aria-label="Changes before" className="grid">
            {suspects.map((suspect, i) => (
              <SuspectItem
                key={`${suspect.change.timeMs} ${suspect.change.key}`}
                suspect={suspect}
                cluster={cluster}
                isFirst={i === 0}
              />
            ))}
          </ol>
        </Card>
      )}
      {runs.length === 0 ? null : (
        <Card title="Where denials begin, by role or user" aside={begins}>
          <ul aria-label="Where denials begin" className="grid">
            {runs.map((run) => (
              <DenialRunItem key={run.name} run={run} cluster={cluster} />
            ))}
          </ul>
          {moreRuns > 0 ? (
            <p className="mt-1 text-xs text-ink-2">{moreRuns} more were denied less often.</p>
          ) : null}
        </Card>
      )}
      <NamelessCard nameless={nameless} />
      <OnwardLinks
        links={[
          { href: `/clusters/${encodeURIComponent(cluster)}`, text: `All changes of ${cluster}` },
          {
            href: `/attempts?${new URLSearchParams({ cluster, decision: "denied", range: "7d" })}`,
            text: "All denials",
          },
        ]}
      />
    </>
  );
}
