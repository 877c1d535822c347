"use client";
import { SpanText } from "@/components/settings/span-text";
import Link from "next/link";
import { useState } from "react";
import { shortenName } from "@/components/attempts/list/shorten-name";
import { Card } from "@/components/ui/card";
import { CONTROL } from "@/components/ui/control-class";
import { formatCount, formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import { readPrincipal } from "@/lib/domain/identity/principal";
import type { IdentityReport, IdentitySession } from "@/lib/domain/summarize/identities/identity-report";
import { IdentityLink } from "./identity-link";

const SHOWN_FIRST = 10;

/** One row for each set of credentials that the log tells apart. */
export function SessionsCard({ report: { sessions, counts } }: { report: IdentityReport }) {
  const [all, setAll] = useState(false);
  if (sessions.length === 0) return null;
  const total = Math.max(counts.totals.sessions, sessions.length);
  const isPart = total > sessions.length;
  return (
    <Card
      title="Sessions and keys"
      aside={isPart ? `the latest ${sessions.length} of ${formatCount(total)}` : "the latest first"}
    >
      <ul aria-label="Sessions and keys" className="grid">
        {sessions.slice(0, all ? sessions.length : SHOWN_FIRST).map((session) => (
          <SessionRow key={session.attemptId} session={session} />
        ))}
      </ul>
      {all || sessions.length <= SHOWN_FIRST ? null : (
        <button type="button" className={`${CONTROL} mt-2`} onClick={() => setAll(true)}>
          Show {formatCount(sessions.length - SHOWN_FIRST)} more
        </button>
      )}
    </Card>
  );
}

function SessionRow({ session }: { session: IdentitySession }) {
  const { accessKeyId, firstMs, lastMs, attempts, attemptId } = session;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-t border-line py-1 first:border-t-0 md:grid-cols-[minmax(0,1fr)_11.5rem_12rem_6rem_auto]">
      <span className="max-md:col-span-2">
        <SessionName session={session} />
      </span>
      <span>
        {accessKeyId ? (
          <IdentityLink identity={{ kind: "key", value: accessKeyId }} />
        ) : (
          <span className="text-xs text-ink-2">key not in the log</span>
        )}
      </span>
      <span className="font-mono text-xs text-ink-2 max-md:order-5">
        <SpanText range={{ from: firstMs, to: lastMs }} />
      </span>
      <span className="text-right text-xs text-ink-2 tabular-nums">{formatPlural(attempts, "attempt")}</span>
      <Link
        href={`/attempts/${attemptId}`}
        prefetch={false}
        className="text-right text-accent hover:underline max-md:order-6"
      >
        Chain<span className="sr-only"> of its latest attempt</span>
      </Link>
    </li>
  );
}

function SessionName({ session: { arn, sessionName } }: { session: IdentitySession }) {
  const principal = arn === null ? null : readPrincipal(arn);
  if (arn !== null && principal?.type === "ASSUMED_ROLE") {
    const text = shortenName(`${principal.name}/${principal.sessionName ?? ""}`);
    return <IdentityLink identity={{ kind: "session", value: arn }} text={text} />;
  }
  const text = principal?.name ?? arn ?? sessionName ?? "";
  if (text === "") return <span className="text-xs text-ink-2">session not in the log</span>;
  return <SafeText text={text} breakable className="font-mono text-xs" />;
}
