import { formatCount, formatPlural } from "@/components/ui/format-count";
import { Popover } from "@/components/ui/popover";
import type { FrozenList } from "@/lib/search-params/attempts/attempt-list-queries";
import { EXPORT_FORMS, exportHref, MOST_EXPORTED } from "@/lib/search-params/attempts/export-href";

/** Exactly the attempts of the list as a file: of its filters, and of the time that it was asked for. */
export function ExportMenu({ list }: { list: FrozenList }) {
  return (
    <Popover label="Export" align="right">
      {(close) => (
        <section aria-label="Export" className="grid w-72 gap-2">
          <p className="text-ink-2">{exportWords(list.total)}</p>
          {list.total > MOST_EXPORTED ? null : (
            <ul className="grid gap-1">
              {EXPORT_FORMS.map(({ title, about, params }) => (
                <li key={title}>
                  <a
                    href={exportHref(list, params)}
                    download
                    onClick={close}
                    className="block rounded-md border border-line px-2.5 py-1.5 hover:border-line-strong"
                  >
                    <span className="font-medium">{title}</span>
                    <span className="block text-xs text-ink-2">{about}</span>
                  </a>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </Popover>
  );
}

function exportWords(total: number): string {
  if (total <= MOST_EXPORTED)
    return `${formatPlural(total, "attempt")}: all of this list, in its order. Times are UTC.`;
  return `${formatCount(total)} attempts are too many for one file, which holds ${formatCount(MOST_EXPORTED)}: choose a shorter time or more filters.`;
}
