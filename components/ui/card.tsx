import { type ReactNode, useId } from "react";

interface CardProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a page. */
export function Card({ title, aside, children }: CardProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-lg border border-line bg-surface px-4 py-3.5">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <h2 id={id} className="text-xs font-semibold tracking-wide text-ink-2">
          {title}
        </h2>
        {aside === undefined ? null : <div className="text-xs text-ink-3">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
