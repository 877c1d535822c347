import { SpanText } from "@/components/settings/span-text";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { formatCount, formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { DenialBurst } from "@/lib/domain/summarize/overview/denial-burst";
import type { Overview } from "@/lib/domain/summarize/overview/overview";
import { attemptsLink } from "./attempts-link";
import { CauseItem } from "./cause-item";

const SHOWN = 5;

/** Where many were denied at once: the common cause before any row. */
export function BurstsCard({ overview: { bursts } }: { overview: Overview }) {
  const more = bursts.slice(SHOWN);
  return (
    <Card title="Many denied at once, or after a change">
      {bursts.length === 0 ? (
        <p className="text-ink-2">Nowhere in this time, as far as was read.</p>
      ) : (
        <BurstList bursts={bursts.slice(0, SHOWN)} />
      )}
      {more.length === 0 ? null : (
        <details className="mt-1">
          <summary className="cursor-pointer text-accent hover:underline">
            {formatPlural(more.length, "earlier burst")}
          </summary>
          <BurstList bursts={more} />
        </details>
      )}
    </Card>
  );
}

function BurstList({ bursts }: { bursts: readonly DenialBurst[] }) {
  return (
    <ul className="grid">
      {bursts.map((burst) => (
        <BurstItem key={`${burst.cluster} ${burst.from}`} burst={burst} />
      ))}
    </ul>
  );
}

function BurstItem({ burst }: { burst: DenialBurst }) {
  const { cluster, from, to, denied, usual, causes, others } = burst;
  const href = attemptsLink({ from, to: to + 1 }, [
    ["cluster", cluster],
    ["decision", "denied"],
    ["noise", "show"],
  ]);
  return (
    <li className="border-t border-line py-2 first:border-t-0 first:pt-0">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <SafeText text={cluster} className="text-base font-semibold" />
        <Link href={href} prefetch={false} className="text-base text-denied underline">
          {formatCount(denied)} denied
        </Link>
        <span className="font-mono text-xs text-ink-2">
          <SpanText range={{ from, to }} />
        </span>
        <span className="text-xs text-ink-3">{usualWords(usual)}</span>
      </p>
      <ul className="mt-1 grid gap-1">
        {causes.map((cause) => (
          <CauseItem key={`${cause.kind} ${cause.code}`} cause={cause} burst={burst} />
        ))}
        {others === 0 ? null : <li className="text-ink-2">{formatCount(others)} for other reasons.</li>}
      </ul>
    </li>
  );
}

function usualWords(usual: number): string {
  return usual < 1
    ? "ordinarily none or one in ten minutes"
    : `ordinarily up to ${formatCount(Math.ceil(usual))} in ten minutes`;
}
