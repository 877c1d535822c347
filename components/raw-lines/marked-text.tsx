import { SafeText } from "@/components/ui/safe-text";
import { markMatches } from "./mark-matches";

/** Text that others wrote, with what was looked for marked in it. */
export function MarkedText({ text, wanted }: { text: string; wanted: string }) {
  return markMatches(text, wanted).map((span) =>
    span.match ? (
      <mark key={span.at} className="rounded-sm bg-open-soft text-open underline">
        <SafeText text={span.text} />
      </mark>
    ) : (
      <SafeText key={span.at} text={span.text} />
    ),
  );
}
