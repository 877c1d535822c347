import { TimeText } from "@/components/settings/time-text";
import { Card } from "@/components/ui/card";
import { CONTROL } from "@/components/ui/control-class";
import { SafeText } from "@/components/ui/safe-text";
import type { ShareSummary } from "@/lib/domain/summarize/evidence/share-view";
import { LEVEL_WORDS } from "./level-words";

interface OpenLinksProps {
  readonly shares: readonly ShareSummary[];
  readonly onRevoke: (id: string) => void;
}

/** For admins: every link that opens now without signing in, whoever made it. */
export function OpenLinks({ shares, onRevoke }: OpenLinksProps) {
  const open = shares.filter(({ linkExpiresMs }) => linkExpiresMs !== null);
  return (
    <Card title="Open for anyone" aside="who has such a link needs not sign in">
      {open.length === 0 ? (
        <p className="text-ink-2">No link is open.</p>
      ) : (
        <ul aria-label="Open for anyone" className="grid">
          {open.map((share) => (
            <OpenLink key={share.id} share={share} onRevoke={() => onRevoke(share.id)} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function OpenLink({ share, onRevoke }: { share: ShareSummary; onRevoke: () => void }) {
  const { title, level, ownerName, linkExpiresMs } = share;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2 first:border-t-0">
      <p className="min-w-0 wrap-anywhere">
        <SafeText text={title} breakable />
        <span className="block text-xs text-ink-2">
          {LEVEL_WORDS[level]} · by <SafeText text={ownerName} breakable /> · until{" "}
          <TimeText ms={linkExpiresMs ?? 0} show="stamp" />
        </span>
      </p>
      <button type="button" className={CONTROL} onClick={onRevoke}>
        Revoke <span className="sr-only">the link to {title}</span>
      </button>
    </li>
  );
}
