import type { IdentityReport } from "@/lib/domain/summarize/identities/identity-report";
import { AddressesCard } from "./addresses-card";
import { DaysCard } from "./days-card";
import { DenialsCard } from "./denials-card";
import { IdentityHead } from "./identity-head";
import { OriginsCard } from "./origins-card";
import { RecentCard } from "./recent-card";
import { KubernetesUseCard } from "./kubernetes-use-card";
import { SessionsCard } from "./sessions-card";
import { CallersCard, KubernetesCard, NamesCard } from "./value-cards";

/** All that one identity did: when, where, as whom, through what, and with which credentials. */
export function IdentityScreen({ report }: { report: IdentityReport }) {
  return (
    <article className="mx-auto grid max-w-[73.75rem] grid-cols-[minmax(0,1fr)] gap-3.5 px-4 pt-4 pb-12 sm:px-5">
      <IdentityHead report={report} />
      <DaysCard report={report} />
      <div className="grid items-start gap-3.5 lg:grid-cols-2">
        <div className="grid min-w-0 gap-3.5">
          <OriginsCard report={report} />
          <CallersCard report={report} />
        </div>
        <div className="grid min-w-0 gap-3.5">
          <KubernetesCard report={report} />
          <NamesCard report={report} />
        </div>
      </div>
      {report.kubernetes === null ? null : (
        <KubernetesUseCard identity={report.identity} use={report.kubernetes} />
      )}
      <SessionsCard report={report} />
      <div className="grid items-start gap-3.5 lg:grid-cols-2">
        <AddressesCard addresses={report.addresses} clients={report.kubernetes?.addresses ?? []} />
        <DenialsCard errors={report.errors} />
      </div>
      <RecentCard report={report} />
    </article>
  );
}
