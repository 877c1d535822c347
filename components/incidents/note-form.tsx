import { type FormEvent, useRef, useState } from "react";
import { CONTROL } from "@/components/ui/control-class";
import { focusOnMount } from "@/components/ui/focus-on-mount";
import { onEscape } from "@/components/ui/on-escape";
import { LONGEST_NOTE } from "@/lib/domain/summarize/incidents/incident";

interface NoteFormProps {
  readonly label: string;
  readonly initial: string;
  readonly action: string;
  /** Gives whether it was taken; what was typed stays where it was not. */
  readonly onText: (text: string) => Promise<boolean>;
  /** Absent = it is always there; else it takes the focus when it comes, and Esc leaves it. */
  readonly onCancel?: () => void;
}

/** A text of some lines; Ctrl and Enter send it too. */
export function NoteForm({ label, initial, action, onText, onCancel }: NoteFormProps) {
  const [text, setText] = useState(initial);
  const asked = useRef(false);
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (asked.current) return;
    asked.current = true;
    const isTaken = await onText(text);
    asked.current = false;
    if (isTaken && onCancel === undefined) setText("");
  };
  const leave = onCancel && onEscape(onCancel);
  return (
    <form className="grid max-w-[70ch] gap-1.5" onSubmit={submit}>
      <label className="grid gap-0.5 text-xs text-ink-2">
        {label}
        <textarea
          ref={onCancel === undefined ? undefined : focusOnMount}
          value={text}
          maxLength={LONGEST_NOTE}
          rows={3}
          className="w-full rounded-md border border-line bg-surface px-2.5 py-1.5 text-sm text-ink"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
            else leave?.(event);
          }}
        />
      </label>
      <div className="flex flex-wrap items-center gap-1.5">
        <button type="submit" className={CONTROL}>
          {action}
        </button>
        {onCancel === undefined ? null : (
          <button type="button" className={CONTROL} onClick={onCancel} onKeyDown={leave}>
            Cancel
          </button>
        )}
        <span className="text-xs text-ink-3">Plain text. All who see this incident see it.</span>
      </div>
    </form>
  );
}
