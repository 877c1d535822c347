import { useQuery } from "@tanstack/react-query";
import { AttemptSummary } from "@/components/attempt/attempt-summary";
import { ChainCard } from "@/components/attempt/chain/chain-card";
import { EvidenceCard } from "@/components/attempt/evidence-card";
import { MappingCard } from "@/components/attempt/mapping/mapping-card";
import { NotSeenCard } from "@/components/attempt/not-seen-card";
import { PathCard } from "@/components/attempt/path/path-card";
import { ReachCard } from "@/components/attempt/reach/reach-card";
import { ReasonCard } from "@/components/attempt/reason-card";
import { RequestsCard } from "@/components/attempt/requests/requests-card";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";
import { attemptReachQuery, attemptRequestsQuery } from "@/lib/search-params/attempts/attempt-queries";

/** Who it was, how that was mapped, what it allowed, and the records that prove it. */
export function SheetAttempt({ detail }: { detail: AttemptDetail }) {
  const { attempt, reason, otherReasons, mapping, notSeen } = detail;
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-3 px-4 pt-3 pb-8">
      <AttemptSummary detail={detail} level={2} />
      {reason === null ? null : <ReasonCard reason={reason} others={otherReasons} />}
      <PathCard detail={detail} />
      <ChainCard detail={detail} />
      {mapping === null ? null : <MappingCard attempt={attempt} mapping={mapping} />}
      {attempt.decision === "granted" ? <Allowed id={attempt.id} /> : null}
      <EvidenceCard detail={detail} />
      <NotSeenCard notSeen={notSeen} />
    </article>
  );
}

/** It comes behind the rest: who it was does not wait for it. */
function Allowed({ id }: { id: string }) {
  const reach = useQuery(attemptReachQuery(id));
  const done = useQuery(attemptRequestsQuery(id));
  const isError = reach.isError || done.isError;
  return (
    <>
      {isError ? <p className="text-open">What it allowed could not all be loaded.</p> : null}
      {reach.data === undefined ? null : <ReachCard id={id} reach={reach.data} />}
      {done.data === undefined ? null : <RequestsCard id={id} done={done.data} />}
    </>
  );
}
