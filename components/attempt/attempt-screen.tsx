import Link from "next/link";
import { CLASS_WORDS } from "@/components/attempts/facets/facet-words";
import { Chip } from "@/components/ui/chip";
import { AttemptValues } from "@/components/values/attempt-values";
import { kindOf } from "@/lib/domain/correlate/chain/attempt-origin";
import { attemptSentence } from "@/lib/domain/explain/attempt-sentence";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";
import type { AttemptReach } from "@/lib/domain/summarize/configuration/attempt-reach";
import { formatStamp } from "@/lib/domain/time/format-time";
import type { AttemptRequests } from "@/lib/domain/summarize/requests/request-page";
import type { AttemptView } from "@/lib/search-params/attempt-view";
import { toTimeRange } from "@/lib/search-params/view-range";
import { AddressCard } from "./address-card";
import { AttemptBar } from "./attempt-bar";
import { aroundHref } from "./attempt-links";
import { CallerCard } from "./caller-card";
import { describeConfidence } from "./chain/confidence-words";
import { ChainCard } from "./chain/chain-card";
import { CopyActions } from "./copy-actions";
import { EvidenceCard } from "./evidence-card";
import { KubernetesCard } from "./kubernetes-card";
import { MappingCard } from "./mapping/mapping-card";
import { NotSeenCard } from "./not-seen-card";
import { PathCard } from "./path/path-card";
import { ReachCard } from "./reach/reach-card";
import { ReasonCard } from "./reason-card";
import { RequestsCard } from "./requests/requests-card";
import { SentenceLine } from "./sentence-line";
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
  const confidence = describeConfidence(attempt);
  const kind = kindOf(attempt);
  return (
    <article className="mx-auto grid max-w-[73.75rem] grid-cols-[minmax(0,1fr)] gap-3.5 px-4 pt-4 pb-12 sm:px-5">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <AttemptBar id={attempt.id} view={view} listedMs={listed ? attempt.timeMs : null} />
        <time dateTime={new Date(attempt.timeMs).toISOString()} className="font-mono text-xs text-ink-2">
          {formatStamp(attempt.timeMs)}
        </time>
      </div>
      <SentenceLine attempt={attempt} mapping={detail.mapping} />
      <div className="flex flex-wrap items-center gap-2">
        <Chip tone={attempt.decision}>{attempt.decision === "granted" ? "✓ Granted" : "✕ Denied"}</Chip>
        <Chip tone={confidence.tone}>{confidence.chip}</Chip>
        {kind === "unknown" ? null : <Chip>{CLASS_WORDS[kind]}</Chip>}
        <Link href={aroundHref(attempt.timeMs)} prefetch={false} className="ml-1 text-accent hover:underline">
          Everything ±5 min
        </Link>
        <span className="grow" />
        <AttemptValues attempt={attempt} />
        <CopyActions id={attempt.id} sentence={toPlainSentence(detail)} />
      </div>
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

function toPlainSentence({ attempt, mapping }: AttemptDetail): string {
  const words = attemptSentence(attempt, mapping).map((part) => part.text);
  return `${formatStamp(attempt.timeMs)}: ${words.join("")}`;
}
