import { CONTROL } from "@/components/ui/control-class";
import { CopyButton } from "@/components/ui/copy-button";
import { shareLink } from "./share-link";

/** What was shared just now: its link, and its file. */
export function MadeShare({ id, secret }: { id: string; secret: string | null }) {
  const link = shareLink(id, secret);
  return (
    <div className="grid min-w-0 gap-3 p-4">
      <p role="status">
        {secret === null
          ? "Shared. Who signs in and may see its clusters can open it until it is deleted."
          : "Shared. This link is told only now: anyone who has it can open it for a day."}
      </p>
      <p className="font-mono text-xs break-all">{link}</p>
      <div className="flex flex-wrap gap-2">
        <CopyButton label="Copy link" text={link} />
        <a href={`/api/v1/shares/${id}/file`} className={CONTROL} download>
          Download
        </a>
        <a href={`/s/${id}`} className={CONTROL}>
          Open
        </a>
        <a href="/shares" className={CONTROL}>
          All shares
        </a>
      </div>
    </div>
  );
}
