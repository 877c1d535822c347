import { TimeText } from "@/components/settings/time-text";
import { questionsOfAttempt } from "@/components/questions/fitting-questions";
import { OnwardLinks } from "@/components/questions/onward-links";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";
import type { AttemptReach } from "@/lib/domain/summarize/configuration/attempt-reach";
import type { AttemptRequests } from "@/lib/domain/summarize/requests/request-page";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";
import { toTimeRange } from "@/lib/search-params/attempts/view-range";
import { AddressCard } from "./address-card";
import { AttemptBar } from "./attempt-bar";
import { AttemptSummary } from "./attempt-summary";
import { CallerCard } from "./caller-card";
import { ChainCard } from "./chain/chain-card";
import { EvidenceCard } from "./evidence-card";
import { KubernetesCard } from "./kubernetes-card";
import { MappingCard } from "./mapping/mapping-card";
import { NotSeenCard } from "./not-seen-card";
import { PathCard } from "./path/path-card";
import { ReachCard } from "./reach/reach-card";
import { ReasonCard } from "./reason-card";
import { RequestsCard } from "./requests/requests-card";
import { StsCard } from "./sts-card";

interface AttemptScreenProps {
  readonly detail: AttemptDetail;
  /** null where the caller was turned away. */
  readonly done: AttemptRequests | null;
  /** null where the caller was turned away. */
  readonly reach: AttemptReach | null;
  readonly view: AttemptView;
  readonly nowMs: number;
}

/** One attempt: what happened, who and as whom, how sure that is, and the records that prove it. */
export function AttemptScreen({ detail, done, reach, view, nowMs }: AttemptScreenProps) {
  const { attempt } = detail;
  const { from, to } = toTimeRange(view, nowMs);
  const listed = attempt.timeMs >= from && attempt.timeMs < to;
  return (
    <article className="mx-auto grid max-w-[73.75rem] grid-cols-[minmax(0,1fr)] gap-3.5 px-4 pt-4 pb-12 sm:px-5">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <AttemptBar id={attempt.id} view={view} listedMs={listed ? attempt.timeMs : null} />
        <TimeText ms={attempt.timeMs} show="stamp" className="font-mono text-xs text-ink-2" />
      </div>
      <AttemptSummary detail={detail} level={1} />
      <OnwardLinks links={questionsOfAttempt(attempt)} label="Questions about it" />
      <PathCard detail={detail} />
      {detail.reason === null ? null : <ReasonCard reason={detail.reason} others={detail.otherReasons} />}
      <ChainCard detail={detail} />
      {detail.mapping === null ? null : <MappingCard attempt={attempt} mapping={detail.mapping} />}
      {reach === null ? null : <ReachCard id={attempt.id} reach={reach} />}
      <div className="grid items-start gap-3.5 lg:grid-cols-2">
        <div className="grid min-w-0 gap-3.5">
          <CallerCard attempt={attempt} />
          <StsCard detail={detail} />
        </div>
        <div className="grid min-w-0 gap-3.5">
          <KubernetesCard detail={detail} />
          <AddressCard detail={detail} clientIps={done?.use?.clientIps ?? []} />
        </div>
      </div>
      {done === null ? null : <RequestsCard id={attempt.id} done={done} />}
      <EvidenceCard detail={detail} />
      <NotSeenCard notSeen={detail.notSeen} />
    </article>
  );
}
