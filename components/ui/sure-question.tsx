import { type ReactNode, useId } from "react";
import { CONTROL } from "./control-class";
import { focusOnMount } from "./focus-on-mount";
import { onEscape } from "./on-escape";

interface SureQuestionProps {
  readonly question: ReactNode;
  /** What the button says that does it. */
  readonly action: string;
  readonly onDo: () => void;
  readonly onKeep: () => void;
}

/** Asks before something is taken from all. What is safe has the focus, so that a second press deletes nothing. */
export function SureQuestion({ question, action, onDo, onKeep }: SureQuestionProps) {
  const questionId = useId();
  const leave = onEscape(onKeep);
  return (
    <fieldset aria-labelledby={questionId} className="grid min-w-0 gap-1 py-1 pl-1.5">
      <p id={questionId} className="wrap-anywhere">
        {question}
      </p>
      <div className="flex gap-1.5">
        <button type="button" className={CONTROL} onClick={onDo} onKeyDown={leave}>
          {action}
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
