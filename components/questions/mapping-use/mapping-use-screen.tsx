import { Card } from "@/components/ui/card";
import { formatCount } from "@/components/ui/format-count";
import type { MappingUse } from "@/lib/domain/summarize/questions/mapping-use/mapping-use";
import type { UsedMapping } from "@/lib/domain/summarize/questions/mapping-use/used-mapping";
import { NotSeenLine } from "../not-seen-line";
import { OnwardLinks } from "../onward-links";
import { questionHref } from "../registry";
import { Verdict } from "../verdict";
import { MappingItem } from "./mapping-item";
import { OtherUsesCard } from "./other-uses-card";

/** Which mappings somebody uses, and which nobody needs; those of nodes and of AWS apart. */
export function MappingUseScreen({ answer, cluster }: { answer: MappingUse; cluster: string }) {
  const { verdict, mappings, moreMappings, others, because } = answer;
  const own = mappings.filter(({ keeper }) => keeper === null);
  return (
    <>
      <Verdict parts={verdict} />
      <NotSeenLine because={because} />
      <MappingsOf
        title="Nobody uses these"
        aside="Gatebook takes none of them out"
        mappings={own.filter(({ state }) => state !== "used")}
      />
      <MappingsOf
        title="In use"
        aside="used longest ago first"
        mappings={own.filter(({ state }) => state === "used")}
      />
      <MappingsOf
        title="Of nodes, of AWS and of the cluster's creator"
        aside="keep these"
        mappings={mappings.filter(({ keeper }) => keeper !== null)}
      />
      {moreMappings > 0 ? (
        <p className="text-xs text-ink-2">{formatCount(moreMappings)} more mappings.</p>
      ) : null}
      <OtherUsesCard others={others} />
      <OnwardLinks
        links={[
          { href: `/clusters/${encodeURIComponent(cluster)}`, text: `Who may come in to ${cluster}` },
          {
            href: `/clusters/${encodeURIComponent(cluster)}/what-if`,
            text: "Try an edit before you make it",
          },
          { href: questionHref("who-used-cluster-admin", { cluster }), text: "Who used cluster-admin?" },
        ]}
      />
    </>
  );
}

interface MappingsOfProps {
  readonly title: string;
  readonly aside: string;
  readonly mappings: readonly UsedMapping[];
}

function MappingsOf({ title, aside, mappings }: MappingsOfProps) {
  if (mappings.length === 0) return null;
  return (
    <Card title={title} aside={aside}>
      <ul aria-label={title} className="grid">
        {mappings.map((mapping) => (
          <MappingItem
            key={`${mapping.backEnd} ${mapping.entry.list} ${mapping.entry.arn} ${mapping.entry.place?.line ?? ""}`}
            mapping={mapping}
          />
        ))}
      </ul>
    </Card>
  );
}
