import Link from "next/link";
import { useState } from "react";
import { TimeText } from "@/components/settings/time-text";
import { CONTROL } from "@/components/ui/control-class";
import { SafeText } from "@/components/ui/safe-text";
import { SureQuestion } from "@/components/ui/sure-question";
import type { ShareChange, ShareSummary } from "@/lib/domain/summarize/evidence/share-view";
import { LEVEL_WORDS } from "./level-words";
import { USUAL_LINK_HOURS } from "./link-hours-field";

interface ShareItemProps {
  readonly share: ShareSummary;
  readonly allowsLinks: boolean;
  readonly onChange: (change: ShareChange) => void;
}

/** One share: what it is, who can open it, and what one may do with it. */
export function ShareItem({ share, allowsLinks, onChange }: ShareItemProps) {
  const { id, title, level, ownerName, createdMs, linkExpiresMs } = share;
  const [isAsked, setAsked] = useState(false);
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
          {allowsLinks
            ? "Opens for anyone with its link until"
            : "Has a link, which opens nothing here, until"}{" "}
          <TimeText ms={linkExpiresMs} show="stamp" />
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {allowsLinks && level !== "R0" ? (
          <button
            type="button"
            className={CONTROL}
            onClick={() => onChange({ kind: "renew-link", id, linkHours: USUAL_LINK_HOURS })}
          >
            New link for anyone
          </button>
        ) : null}
        {linkExpiresMs === null ? null : (
          <button type="button" className={CONTROL} onClick={() => onChange({ kind: "revoke-link", id })}>
            Revoke link
          </button>
        )}
        {isAsked ? null : (
          <button type="button" className={CONTROL} onClick={() => setAsked(true)}>
            Delete
          </button>
        )}
      </div>
      {isAsked ? (
        <SureQuestion
          question="Delete this share for all? Nobody can open it then, and it cannot be had back."
          action="Delete"
          onDo={() => onChange({ kind: "delete", id })}
          onKeep={() => setAsked(false)}
        />
      ) : null}
    </li>
  );
}
