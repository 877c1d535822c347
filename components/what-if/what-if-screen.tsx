import Link from "next/link";
import { ParameterNotice } from "@/components/attempts/parameter-notice";
import { SafeText } from "@/components/ui/safe-text";
import type { BecomeReport, WhatIfReport } from "@/lib/domain/summarize/configuration/what-if-report";
import type { Asked } from "./asked";
import { BecomeCard } from "./become-card";
import { EditCard } from "./edit-card";
import { SomebodyCard } from "./somebody-card";

interface WhatIfScreenProps {
  readonly asked: Asked;
  /** null = nobody was asked about. */
  readonly report: WhatIfReport | null;
  readonly become: BecomeReport | null;
}

/** What a cluster would make of somebody, who could become somebody, and what another aws-auth would do. */
export function WhatIfScreen({ asked, report, become }: WhatIfScreenProps) {
  const { cluster, problems } = asked;
  return (
    <article className="mx-auto grid max-w-[73.75rem] grid-cols-[minmax(0,1fr)] gap-3.5 px-4 pt-4 pb-12 sm:px-5">
      <nav aria-label="Clusters" className="text-ink-2">
        <Link
          href={`/clusters/${encodeURIComponent(cluster)}`}
          prefetch={false}
          className="text-accent hover:underline"
        >
          ← <SafeText text={cluster} />
        </Link>
      </nav>
      <div>
        <h1 className="text-lg font-semibold tracking-tight sm:text-xl">
          What if, at <SafeText text={cluster} />?
        </h1>
        <p className="text-ink-2">
          Answers over the cluster's configuration as it is known just now. Nothing is tried, and nothing is
          written.
        </p>
      </div>
      <ParameterNotice problems={problems} />
      <SomebodyCard asked={asked} report={report} />
      <BecomeCard asked={asked} report={become} />
      <EditCard cluster={cluster} />
    </article>
  );
}
