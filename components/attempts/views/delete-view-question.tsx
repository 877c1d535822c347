import { useId } from "react";
import { CONTROL } from "@/components/ui/control-class";
import { SafeText } from "@/components/ui/safe-text";
import { focusOnMount } from "./focus-on-mount";
import { onEscape } from "./on-escape";

interface DeleteViewQuestionProps {
  readonly name: string;
  readonly onDelete: () => void;
  readonly onKeep: () => void;
}

/** Asks before a view is taken from all. What is safe has the focus, so that a second press deletes nothing. */
export function DeleteViewQuestion({ name, onDelete, onKeep }: DeleteViewQuestionProps) {
  const questionId = useId();
  const leave = onEscape(onKeep);
  return (
    <fieldset aria-labelledby={questionId} className="grid min-w-0 gap-1 py-1 pl-1.5">
      <p id={questionId} className="wrap-anywhere">
        Delete <SafeText text={name} className="font-medium" /> for all?
      </p>
      <div className="flex gap-1.5">
        <button type="button" className={CONTROL} onClick={onDelete} onKeyDown={leave}>
          Delete
        </button>
        <button
          ref={focusOnMount}
          type="button"
          aria-describedby={questionId}
          className={CONTROL}
          onClick={onKeep}
          onKeyDown={leave}
        >
          Keep
        </button>
      </div>
    </fieldset>
  );
}
