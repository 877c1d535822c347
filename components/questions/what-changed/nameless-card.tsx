import Link from "next/link";
import { Card } from "@/components/ui/card";
import { formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { NamelessDenials } from "@/lib/domain/summarize/questions/what-changed/denial-run";
import { Proofs } from "../step-list";

/** Denials before STS named anybody: the token, the credentials or STS itself, and no mapping. */
export function NamelessCard({ nameless }: { nameless: readonly NamelessDenials[] }) {
  if (nameless.length === 0) return null;
  return (
    <Card title="Denied before STS named anybody" aside="no change of a mapping is behind these">
      <Reasons nameless={nameless.slice(0, SHOWN)} label="Denied before STS named anybody" />
      {nameless.length > SHOWN ? (
        <details>
          <summary className="cursor-pointer text-accent hover:underline">
            {formatPlural(nameless.length - SHOWN, "rarer reason")}
          </summary>
          <Reasons nameless={nameless.slice(SHOWN)} label="Rarer reasons" />
        </details>
      ) : null}
    </Card>
  );
}

const SHOWN = 5;

function Reasons({ nameless, label }: { nameless: readonly NamelessDenials[]; label: string }) {
  return (
    <ul aria-label={label} className="grid">
      {nameless.map(({ code, title, count, newest }) => (
        <li key={title} className="border-t border-line py-1.5 first:border-t-0">
          {code === null ? (
            <SafeText text={title} breakable className="font-mono text-xs" />
          ) : (
            <Link href={`/reasons/${code}`} prefetch={false} className="text-accent underline">
              {title}
            </Link>
          )}{" "}
          <span className="text-ink-2">{formatPlural(count, "denial")}</span>
          <Proofs proofs={[{ kind: "attempt", id: newest.id, timeMs: newest.timeMs }]} />
        </li>
      ))}
    </ul>
  );
}
