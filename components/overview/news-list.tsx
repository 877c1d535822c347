import { type ReactNode, useId } from "react";
import { formatCount } from "@/components/ui/format-count";

interface NewsListProps<T> {
  readonly title: string;
  readonly items: readonly T[];
  readonly render: (item: T) => ReactNode;
}

const SHOWN = 8;

/** What is new of one kind, the newest first; more than a few on demand. */
export function NewsList<T>({ title, items, render }: NewsListProps<T>) {
  const id = useId();
  if (items.length === 0) return null;
  const more = items.slice(SHOWN);
  return (
    <section aria-labelledby={id} className="min-w-0 break-inside-avoid pb-4 only:break-inside-auto">
      <h3 id={id} className="font-semibold">
        {title} <span className="font-normal text-ink-2">{formatCount(items.length)}</span>
      </h3>
      <ul className="space-y-1 pt-1 *:break-inside-avoid">{items.slice(0, SHOWN).map(render)}</ul>
      {more.length === 0 ? null : (
        <details>
          <summary className="cursor-pointer py-1 text-accent hover:underline">
            {formatCount(more.length)} more
          </summary>
          <ul className="grid gap-1">{more.map(render)}</ul>
        </details>
      )}
    </section>
  );
}
