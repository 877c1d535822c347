import { Card } from "@/components/ui/card";
import { formatCount } from "@/components/ui/format-count";
import type { ClusterAdmin } from "@/lib/domain/summarize/questions/cluster-admin/cluster-admin";
import type { ClusterAdminQuery } from "@/lib/domain/summarize/questions/cluster-admin/cluster-admin-query";
import { NotSeenLine } from "../not-seen-line";
import { OnwardLinks } from "../onward-links";
import { questionHref } from "../registry";
import { Verdict } from "../verdict";
import { rangeOf } from "./asked-range";
import { HolderItem } from "./holder-item";
import { UnusedWayItem } from "./unused-way-item";

interface ClusterAdminScreenProps {
  readonly answer: ClusterAdmin;
  readonly asked: ClusterAdminQuery;
}

/** Who came in with all rights, and who could have. */
export function ClusterAdminScreen({ answer, asked }: ClusterAdminScreenProps) {
  const { verdict, holders, moreHolders, unused, moreUnused, because, workBecause } = answer;
  return (
    <>
      <Verdict parts={verdict} />
      <NotSeenLine because={because} />
      {holders.length === 0 ? null : (
        <Card title="Who came in with all rights" aside="latest first">
          <ul aria-label="Who came in with all rights" className="grid">
            {holders.map((holder) => (
              <HolderItem
                key={`${holder.kind} ${holder.name} ${holder.canonicalArn}`}
                holder={holder}
                asked={asked}
              />
            ))}
          </ul>
          {moreHolders > 0 ? (
            <p className="mt-1 text-xs text-ink-2">{formatCount(moreHolders)} more.</p>
          ) : null}
          {workBecause.length === 0 ? null : (
            <div className="mt-2 border-t border-line pt-2">
              <b className="font-semibold">What they did:</b> <NotSeenLine because={workBecause} />
            </div>
          )}
        </Card>
      )}
      {unused.length === 0 ? null : (
        <Card title="Could have, and did not" aside="as the mappings are just now">
          <ul aria-label="Could have, and did not" className="grid">
            {unused.map((way) => (
              <UnusedWayItem
                key={`${way.backEnd} ${way.entry.arn} ${way.entry.place?.line ?? ""}`}
                way={way}
                cluster={asked.cluster}
              />
            ))}
          </ul>
          {moreUnused > 0 ? <p className="mt-1 text-xs text-ink-2">{formatCount(moreUnused)} more.</p> : null}
        </Card>
      )}
      <p className="text-xs text-ink-2">
        Meant is whoever may do everything in the whole cluster: members of system:masters, and identities
        with a binding or an access policy of that reach. Service accounts and client certificates do not pass
        the authenticator, and whoever may act as others (kubectl --as) may borrow more than is told here.
      </p>
      <OnwardLinks
        links={[
          {
            href: questionHref("mapping-use", { cluster: asked.cluster }),
            text: "Is anyone still using a mapping?",
          },
          {
            href: `/clusters/${encodeURIComponent(asked.cluster)}`,
            text: `Who may come in to ${asked.cluster}`,
          },
          {
            href: `/attempts?${new URLSearchParams({ cluster: asked.cluster, group: "system:masters", ...rangeOf(asked) })}`,
            text: "All attempts in system:masters",
          },
        ]}
      />
    </>
  );
}
