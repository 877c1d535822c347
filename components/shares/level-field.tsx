import type { Evidence } from "@/lib/domain/summarize/evidence/evidence";
import { LEVEL_WORDS } from "./level-words";

interface LevelFieldProps {
  /** Those that one may share at. */
  readonly levels: readonly Evidence["level"][];
  readonly level: Evidence["level"];
  readonly onChange: (level: Evidence["level"]) => void;
}

/** What is hidden in what is shared. */
export function LevelField({ levels, level, onChange }: LevelFieldProps) {
  return (
    <fieldset className="grid gap-1">
      <legend className="text-ink-2">What is hidden</legend>
      {levels.map((one) => (
        <label key={one} className="flex items-center gap-2">
          <input type="radio" name="level" checked={level === one} onChange={() => onChange(one)} />
          {LEVEL_WORDS[one]}
        </label>
      ))}
    </fieldset>
  );
}
