import { useState } from "react";
import { AddPanel } from "@/components/incidents/add-panel";

/** Folded: what there is to keep the attempt in is asked for when it is opened. */
export function AddAttempt({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="border-t border-line px-3.5 py-2"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="w-fit text-accent hover:underline">Add to incident</summary>
      {isOpen ? <AddPanel what={{ kind: "add-attempts", attemptIds: [id] }} /> : null}
    </details>
  );
}
