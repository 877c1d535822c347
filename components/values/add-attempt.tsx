import { useEffect, useRef, useState } from "react";
import { useIsAuditor } from "@/components/sign-in/signed-in-context";
import { AddPanel } from "@/components/incidents/add-panel";

interface AddAttemptProps {
  readonly id: string;
  /** Its dialog has another height now. */
  readonly onGrow: (dialog: HTMLDialogElement) => void;
}

/** Folded: what there is to keep the attempt in is asked for when it is opened. Nothing for those who may keep nothing. */
export function AddAttempt({ id, onGrow }: AddAttemptProps) {
  const mayAdd = useIsAuditor();
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const dialog = root.current?.closest("dialog");
    if (root.current === null || dialog == null) return;
    const observer = new ResizeObserver(() => onGrow(dialog));
    observer.observe(root.current);
    return () => observer.disconnect();
  }, [onGrow]);
  if (!mayAdd) return null;
  return (
    <details
      ref={root}
      className="border-b border-line px-3.5 py-2"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="w-fit text-accent hover:underline">Add to incident</summary>
      {isOpen ? <AddPanel what={{ kind: "add-attempts", attemptIds: [id] }} /> : null}
    </details>
  );
}
