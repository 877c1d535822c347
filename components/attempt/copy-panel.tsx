import { useQuery } from "@tanstack/react-query";
import { useCoverage } from "@/components/shell/use-coverage";
import { CopyButton } from "@/components/ui/copy-button";
import { toVisibleString } from "@/components/ui/visible-text";
import { attemptSentence } from "@/lib/domain/explain/attempt-sentence";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";
import { reproduceAttempt } from "@/lib/domain/summarize/attempts/reproduce-attempt";
import { formatStamp } from "@/lib/domain/time/format-time";
import { attemptQuery } from "@/lib/search-params/attempts/attempt-queries";

/** One attempt in the forms that people and tools take. */
export function CopyPanel({ id }: { id: string }) {
  const { data: detail, isError } = useQuery(attemptQuery(id));
  const { data: coverage } = useCoverage();
  if (isError) return <p className="text-open">The attempt could not be loaded.</p>;
  if (detail === undefined || coverage === undefined) return <p className="text-ink-2">Loading…</p>;
  const { cli, insights } = reproduceAttempt(detail, coverage.sources);
  return (
    <ul aria-label="Copy as" className="grid w-64 max-w-full justify-items-start gap-1.5">
      <Form label="Sentence and link" text={() => sentenceOf(detail)} />
      <Form label="JSON" text={() => escapeHidden(JSON.stringify(detail, null, 2))} />
      <Form label="Raw lines" text={() => detail.lines.map(({ text }) => text).join("\n")} />
      <Form label="AWS CLI commands" text={cli} />
      <Form label="Logs Insights query" text={insights} />
      {cli === null || insights === null ? (
        <li className="text-xs text-ink-2">
          Where its log stands at AWS is not known, or its name may not stand in a command.
        </li>
      ) : null}
    </ul>
  );
}

function Form({ label, text }: { label: string; text: string | null | (() => string) }) {
  return text === null ? null : (
    <li>
      <CopyButton label={label} text={text} />
    </li>
  );
}

function sentenceOf({ attempt, mapping }: AttemptDetail): string {
  const words = attemptSentence(attempt, mapping).map((part) => part.text);
  const sentence = `${formatStamp(attempt.timeMs)}: ${words.join("")}`;
  return `${toVisibleString(sentence)}\n${window.location.origin}/attempts/${encodeURIComponent(attempt.id)}`;
}

/** The same JSON, with nothing in it that would hide or reorder what stands around it. */
function escapeHidden(json: string): string {
  return json.replaceAll(/[\p{Cf}\p{Zl}\p{Zp}]/gu, (char) =>
    [...Array(char.length).keys()]
      .map((i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}
