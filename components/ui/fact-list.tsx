import type { ReactNode } from "react";

/** Names and values, one below the other. */
export function FactList({ children }: { children: ReactNode }) {
  return <dl className="grid gap-x-4 gap-y-1.5 sm:grid-cols-[max-content_minmax(0,1fr)]">{children}</dl>;
}

/** One fact; `note` says what to think of it. */
export function Fact({ name, note, children }: { name: ReactNode; note?: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0 max-sm:mb-1.5">
        {children}
        {note === undefined ? null : <div className="text-xs text-ink-3">{note}</div>}
      </dd>
    </>
  );
}
