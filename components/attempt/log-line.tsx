import { findLogfmtSpans } from "@/components/ui/logfmt-spans";
import { SafeText } from "@/components/ui/safe-text";

/** A log line as it came, wrapped, with the names of its fields set back. */
export function LogLine({ text }: { text: string }) {
  return (
    <code className="block rounded-md bg-sunken px-3 py-2 leading-5 wrap-anywhere whitespace-pre-wrap">
      {findLogfmtSpans(text).map(({ kind, text: span, at }) => (
        <SafeText key={at} text={span} className={kind === "key" ? "text-ink-3" : undefined} />
      ))}
    </code>
  );
}
