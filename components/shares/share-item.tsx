import Link from "next/link";
import { TimeText } from "@/components/settings/time-text";
import { CONTROL } from "@/components/ui/control-class";
import { SafeText } from "@/components/ui/safe-text";
import type { ShareChange, ShareSummary } from "@/lib/domain/summarize/evidence/share-view";
import { LEVEL_WORDS } from "./level-words";

interface ShareItemProps {
  readonly share: ShareSummary;
  readonly allowsLinks: boolean;
  readonly onChange: (change: ShareChange) => void;
}

const LINK_HOURS = 24;

/** One share: what it is, who can open it, and what one may do with it. */
export function ShareItem({ share, allowsLinks, onChange }: ShareItemProps) {
  const { id, title, level, ownerName, createdMs, linkExpiresMs } = share;
  return (
    <li className="grid min-w-0 gap-1 rounded-lg border border-line bg-surface px-4 py-3">
      <Link href={`/s/${id}`} prefetch={false} className="text-accent hover:underline">
        <SafeText text={title} breakable />
      </Link>
      <p className="text-ink-2">
        {LEVEL_WORDS[level]} · by <SafeText text={ownerName} breakable />,{" "}
        <TimeText ms={createdMs} show="stamp" />
      </p>
      {linkExpiresMs === null ? null : (
        <p className="text-ink-2">
          Opens for anyone with its link until <TimeText ms={linkExpiresMs} show="stamp" />
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {allowsLinks && level !== "R0" ? (
          <button
            type="button"
            className={CONTROL}
            onClick={() => onChange({ kind: "renew-link", id, linkHours: LINK_HOURS })}
          >
            New link for anyone
          </button>
        ) : null}
        {linkExpiresMs === null ? null : (
          <button type="button" className={CONTROL} onClick={() => onChange({ kind: "revoke-link", id })}>
            Revoke link
          </button>
        )}
        <button type="button" className={CONTROL} onClick={() => onChange({ kind: "delete", id })}>
          Delete
        </button>
      </div>
    </li>
  );
}
