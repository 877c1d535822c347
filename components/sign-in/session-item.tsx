import { TimeText } from "@/components/settings/time-text";
import { CONTROL } from "@/components/ui/control-class";
import { SafeText } from "@/components/ui/safe-text";
import type { SessionEntry } from "@/lib/domain/summarize/session-entry";

interface SessionItemProps {
  readonly session: SessionEntry;
  readonly onEnd: () => void;
}

/** One browser that is signed in. */
export function SessionItem({ session, onEnd }: SessionItemProps) {
  const { name, person, groups, peer, startedMs, seenMs, own } = session;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5 border-t border-line py-2 first:border-t-0">
      <div className="grid min-w-0 gap-0.5">
        <p className="wrap-anywhere">
          <SafeText text={name} className="font-medium" />
          {own ? <span className="text-ink-2"> (this browser)</span> : null}
        </p>
        <p className="text-xs text-ink-2 wrap-anywhere">
          <SafeText text={person} breakable className="font-mono" /> · groups{" "}
          <SafeText text={groups.join(", ")} />
        </p>
        <p className="text-xs text-ink-2">
          since <TimeText ms={startedMs} show="minute" />, last seen <TimeText ms={seenMs} show="minute" />,
          from {peer === null ? "an unknown address" : <SafeText text={peer} className="font-mono" />}
        </p>
      </div>
      <button type="button" className={CONTROL} onClick={onEnd}>
        End
        <span className="sr-only">
          the session of <SafeText text={name} />
        </span>
      </button>
    </li>
  );
}
