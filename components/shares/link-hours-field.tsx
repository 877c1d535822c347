import { CONTROL } from "@/components/ui/control-class";

/** How long a link for anyone may open: a day unless said otherwise, 30 at most (facts: security §3.4). */
const SPANS = [
  { hours: 24, words: "24 hours" },
  { hours: 72, words: "3 days" },
  { hours: 168, words: "7 days" },
  { hours: 720, words: "30 days" },
];
export const USUAL_LINK_HOURS = 24;

interface LinkHoursFieldProps {
  /** null = only who signs in opens it. */
  readonly hours: number | null;
  readonly onChange: (hours: number | null) => void;
}

/** Whether anyone with the link can open it, and for how long. */
export function LinkHoursField({ hours, onChange }: LinkHoursFieldProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          checked={hours !== null}
          onChange={({ target }) => onChange(target.checked ? USUAL_LINK_HOURS : null)}
        />
        Anyone with the link can open it for
      </label>
      <select
        aria-label="How long the link opens"
        className={CONTROL}
        disabled={hours === null}
        value={hours ?? USUAL_LINK_HOURS}
        onChange={({ target }) => onChange(Number(target.value))}
      >
        {SPANS.map((span) => (
          <option key={span.hours} value={span.hours}>
            {span.words}
          </option>
        ))}
      </select>
    </div>
  );
}
