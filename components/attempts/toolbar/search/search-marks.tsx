import type { RefObject } from "react";
import type { SearchIssue } from "@/lib/domain/summarize/attempts/search-language/search-issue";

interface SearchMarksProps {
  readonly marks: RefObject<HTMLDivElement | null>;
  readonly text: string;
  readonly issues: readonly SearchIssue[];
}

/** Lies behind the text of the box, letter below letter, and underlines what could not be read. */
export function SearchMarks({ marks, text, issues }: SearchMarksProps) {
  return (
    <div
      ref={marks}
      aria-hidden="true"
      className="pointer-events-none absolute inset-x-[1px] inset-y-0 overflow-hidden pr-16 pl-2.5 leading-7 whitespace-pre text-transparent"
    >
      {stretchesOf(text, issues).map(({ start, end, issue }) => (
        <span key={start} className={issue === null ? undefined : LOOKS[issue.severity]}>
          {text.slice(start, end)}
        </span>
      ))}
    </div>
  );
}

const LOOKS: Readonly<Record<SearchIssue["severity"], string>> = {
  error: "bg-denied-soft underline decoration-denied decoration-wavy underline-offset-2",
  warning: "bg-open-soft underline decoration-open decoration-dotted underline-offset-2",
};

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly issue: SearchIssue | null;
}

function stretchesOf(text: string, issues: readonly SearchIssue[]): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const issue of [...issues].sort((a, b) => a.start - b.start)) {
    const start = Math.max(from, issue.start);
    if (start > from) stretches.push({ start: from, end: start, issue: null });
    if (issue.end > start) stretches.push({ start, end: issue.end, issue });
    from = Math.max(from, issue.end);
  }
  return from < text.length ? [...stretches, { start: from, end: text.length, issue: null }] : stretches;
}
