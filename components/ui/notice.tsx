import type { ReactNode } from "react";

/** Something one should know before reading on. */
export function Notice({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex gap-2 rounded-r-md border-l-[3px] border-open bg-open-soft px-3 py-2">
      <span aria-hidden="true" className="text-open">
        ⚠
      </span>
      <div className="min-w-0">
        <b className="font-semibold">{title}</b> {children}
      </div>
    </div>
  );
}
