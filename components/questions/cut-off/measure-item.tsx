import { CodeBlock } from "@/components/ui/code-block";
import { SafeText } from "@/components/ui/safe-text";
import { InWords } from "@/components/reasons/in-words";
import type { Measure } from "@/lib/domain/explain/questions/cut-off/measure";

/** One thing that cuts somebody off: how, what it stops, and what goes on nevertheless. */
export function MeasureItem({ measure: { title, forms, stops, mind, leaves } }: { measure: Measure }) {
  return (
    <li className="min-w-0 border-t border-line py-2.5 first:border-t-0">
      <h3 className="font-semibold">
        <SafeText text={title} breakable />
      </h3>
      {forms.map(({ form, text }, i) => (
        <details key={form} open={i === 0} className="mt-1">
          <summary className="cursor-pointer text-accent hover:underline">{form}</summary>
          <CodeBlock text={text} />
        </details>
      ))}
      <p className="mt-1.5">
        <b className="font-semibold">Stops:</b> <InWords text={stops} />
      </p>
      {mind === null ? null : (
        <p className="mt-1">
          <b className="font-semibold">Hits too:</b> <InWords text={mind} />
        </p>
      )}
      <p className="mt-1">
        <b className="font-semibold">Does not stop:</b>
      </p>
      <ul className="ml-5 list-disc">
        {leaves.map((one) => (
          <li key={one}>
            <InWords text={one} />
          </li>
        ))}
      </ul>
    </li>
  );
}
