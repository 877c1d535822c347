import { TimeFields } from "@/components/questions/question-fields";
import { CONTROL } from "@/components/ui/control-class";
import { TextField } from "@/components/ui/text-field";
import { DEED_WORDS } from "@/lib/domain/summarize/audit/audit-words";
import type { AuditAsked } from "@/lib/search-params/audit/load-audit-query";

/** A plain form: it works before, and without, any script. */
export function AuditSearch({ asked: { params, fallback, query } }: { asked: AuditAsked }) {
  return (
    <form
      key={params.toString()}
      action="/admin/audit"
      aria-label="Search the log"
      className="flex flex-wrap items-end gap-2.5 rounded-lg border border-line bg-surface px-4 py-3.5"
    >
      <label className="grid max-w-full grid-cols-[minmax(0,1fr)] gap-0.5 text-xs text-ink-2">
        What was done
        <select name="deed" defaultValue={query.filter.deed ?? ""} className={CONTROL}>
          <option value="">Anything</option>
          {Object.entries(DEED_WORDS).map(([deed, words]) => (
            <option key={deed} value={deed}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <TextField label="Who" name="who" value={query.filter.who ?? ""} placeholder="Part of a name" />
      <TimeFields params={params} fallback={fallback} />
      <button type="submit" className={CONTROL}>
        Search
      </button>
    </form>
  );
}
