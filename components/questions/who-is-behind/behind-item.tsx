import { OriginName } from "@/components/identity/origins-card";
import { TimeText } from "@/components/settings/time-text";
import { Chip } from "@/components/ui/chip";
import { formatCount, formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { IdentityRef } from "@/lib/domain/identity/identity-ref";
import type { Behind } from "@/lib/domain/summarize/questions/who-is-behind/behind";
import { LinkList } from "../onward-links";
import { behindLinks } from "./behind-links";
import { BehindWay } from "./behind-way";

interface BehindItemProps {
  readonly behind: Behind;
  /** By which they came. */
  readonly identity: IdentityRef;
  readonly isOpen: boolean;
}

/** Somebody behind a name: how sure that is, what he came with, when, and how he got his credentials. */
export function BehindItem({ behind, identity, isOpen }: BehindItemProps) {
  const { attempts, granted, firstMs, lastMs, principals, sessionNames, usernames, clusters } = behind;
  const denied = attempts - granted;
  return (
    <li className="grid gap-1 border-t border-line py-2.5 first:border-t-0">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <OriginName origin={behind} />
        {behind.isAsked ? <Chip tone="accent">● the one asked about</Chip> : null}
      </div>
      <p className="text-ink-2">
        {formatPlural(attempts, "attempt")}
        {denied === 0 ? "" : `, ${formatCount(denied)} of them denied`}, first <TimeText ms={firstMs} />, last{" "}
        <TimeText ms={lastMs} />.
      </p>
      <dl className="grid gap-x-3 gap-y-0.5 text-xs grid-cols-[6rem_minmax(0,1fr)]">
        <Names name="At" values={clusters} />
        <Names name="Through" values={principals} />
        <Names name="Sessions named" values={sessionNames} />
        <Names name="As" values={usernames.filter((name) => name !== identity.value)} />
      </dl>
      <BehindWay behind={behind} isOpen={isOpen} />
      <LinkList links={behindLinks(behind, identity)} />
    </li>
  );
}

const SHOWN = 4;

function Names({ name, values }: { name: string; values: readonly string[] }) {
  if (values.length === 0) return null;
  const more = values.length - SHOWN;
  return (
    <div className="contents">
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0">
        <SafeText text={values.slice(0, SHOWN).join(", ")} breakable className="font-mono" />
        {more > 0 ? ` and ${formatCount(more)} more` : ""}
      </dd>
    </div>
  );
}
