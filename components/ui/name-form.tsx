import { type FormEvent, useId, useRef, useState } from "react";
import { CONTROL } from "./control-class";
import { focusOnMount } from "./focus-on-mount";
import { onEscape } from "./on-escape";

interface NameFormProps {
  readonly label: string;
  readonly initial: string;
  /** In UTF-16 units. */
  readonly longest: number;
  /** What the button says, by what is typed. */
  readonly action: (name: string) => string;
  /** What one should know before. */
  readonly about?: string;
  /** Gives whether it was taken; what was typed stays where it was not. */
  readonly onName: (name: string) => Promise<boolean>;
  /** Absent = it is always there; else it takes the focus when it comes, and Esc leaves it. */
  readonly onCancel?: () => void;
}

/** A name to give, by a button or Enter. */
export function NameForm({ label, initial, longest, action, about, onName, onCancel }: NameFormProps) {
  const [name, setName] = useState(initial);
  const asked = useRef(false);
  const aboutId = useId();
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (asked.current) return;
    asked.current = true;
    const isTaken = await onName(name);
    asked.current = false;
    if (isTaken) setName("");
  }
  const leave = onCancel && onEscape(onCancel);
  return (
    <form className="grid gap-1" onSubmit={submit}>
      <div className="flex items-end gap-1.5">
        <label className="grid min-w-0 grow gap-0.5 text-xs text-ink-2">
          {label}
          <input
            ref={onCancel === undefined ? undefined : focusOnMount}
            value={name}
            maxLength={longest}
            autoComplete="off"
            aria-describedby={about === undefined ? undefined : aboutId}
            className={`${CONTROL} w-full`}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={leave}
          />
        </label>
        <button type="submit" className={CONTROL} onKeyDown={leave}>
          {action(name)}
        </button>
        {onCancel === undefined ? null : (
          <button type="button" className={CONTROL} onClick={onCancel} onKeyDown={leave}>
            Cancel
          </button>
        )}
      </div>
      {about === undefined ? null : (
        <p id={aboutId} className="text-xs text-ink-2">
          {about}
        </p>
      )}
    </form>
  );
}
