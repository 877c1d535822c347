import { type StripLook, TimeStrip } from "@/components/ui/time-strip";

const LEGEND: readonly { readonly look: StripLook | null; readonly words: string }[] = [
  { look: null, words: "read" },
  { look: "empty", words: "not read" },
  { look: "hatched", words: "refused by AWS" },
  { look: "crossed", words: "not there" },
  { look: "dotted", words: "log silent" },
];

/** What the looks of the strips mean. */
export function StripLegend() {
  return (
    <ul aria-label="Legend" className="flex flex-wrap gap-x-3 text-xs text-ink-2">
      {LEGEND.map(({ look, words }) => (
        <li key={words} className="flex items-center gap-1.5">
          <span aria-hidden="true" className="w-5 overflow-hidden">
            <TimeStrip from={0} to={1} marks={look === null ? [] : [{ from: 0, to: 1, look }]} label="" />
          </span>
          {words}
        </li>
      ))}
    </ul>
  );
}
