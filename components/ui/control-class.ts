/** Looks of everything one presses: buttons, links that act like them, summaries. */
export const CONTROL =
  "inline-flex max-w-full min-h-7 items-center gap-1.5 rounded-md border border-line bg-surface px-2.5 py-0.5 text-ink whitespace-nowrap font-sans text-sm hover:border-line-strong disabled:border-line disabled:opacity-45";
