import { CLASS_WORDS } from "@/components/attempts/facets/facet-words";
import { IdentityLink } from "@/components/identity/identity-link";
import { Chip } from "@/components/ui/chip";
import { formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import { identityOfOrigin } from "@/lib/domain/correlate/chain/identity-of-origin";
import { identityOfArn } from "@/lib/domain/identity/identity-of-arn";
import type { IdentityRef } from "@/lib/domain/identity/identity-ref";
import { describeShared, nameOther } from "@/lib/domain/summarize/chain/describe-shared";
import { formatDate } from "@/lib/domain/time/format-time";
import type { OtherHolder, SharedUsername } from "@/lib/domain/summarize/chain/shared-username";

/** Who else came under the username, so that nobody takes it for one person's. */
export function SharedUsernameLines({ shared }: { shared: SharedUsername }) {
  const { others, total } = shared;
  return (
    <div className="mt-3 border-t border-line pt-2.5">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Chip tone="open">◌ shared username</Chip>
        <SafeText text={describeShared(shared)} breakable className="text-ink-2" />
      </p>
      <ul aria-label="Others with this username" className="mt-1.5 grid gap-1.5 text-xs">
        {others.map((other) => (
          <Other key={JSON.stringify([nameOther(other), other.canonicalArn])} other={other} />
        ))}
        {total > others.length ? <li className="text-ink-2">and {total - others.length} more</li> : null}
      </ul>
    </div>
  );
}

function Other({ other }: { other: OtherHolder }) {
  const { reason, kind, canonicalArn, sessionName, attempts, lastDayMs } = other;
  const identity = identityOf(other);
  const text = nameOther(other);
  const about = [
    sessionName === null || sessionName === text ? null : `session name ${sessionName}`,
    canonicalArn === null || canonicalArn === text ? null : canonicalArn,
    `${formatPlural(attempts, "attempt")}, last on ${formatDate(lastDayMs)}`,
  ].filter((part) => part !== null);
  return (
    <li>
      <span className="flex flex-wrap items-center gap-x-2">
        <span className="text-ink-2">{CLASS_WORDS[kind]}</span>
        {identity === null ? (
          <SafeText text={text} breakable className="font-semibold" />
        ) : (
          <IdentityLink identity={identity} text={text} />
        )}
        {reason === "rendered-alike" ? <Chip tone="open">session name rendered alike</Chip> : null}
      </span>
      <SafeText text={about.join(" · ")} breakable className="text-ink-2" />
    </li>
  );
}

/** By what all about another is found; a session's name that a caller chose leads to everybody who chose it. */
function identityOf({ kind, name, sessionName, canonicalArn }: OtherHolder): IdentityRef | null {
  if (name !== null) return identityOfOrigin({ kind, name, nameFrom: null, userId: null });
  if (sessionName !== null) return null;
  return canonicalArn === null ? null : identityOfArn(canonicalArn);
}
