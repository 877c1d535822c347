import { SafeText } from "@/components/ui/safe-text";
import type { SearchIssue } from "@/lib/domain/summarize/attempts/search-language/search-issue";

interface SearchIssuesProps {
  readonly text: string;
  readonly issues: readonly SearchIssue[];
  /** The rest was applied. */
  readonly applied: boolean;
  /** Shows where it stands. */
  readonly onShow: (issue: SearchIssue) => void;
}

const MOST = 5;
const LONGEST = 60;

/** What of a search could not be read, in words; a press leads to its place. */
export function SearchIssues({ text, issues, applied, onShow }: SearchIssuesProps) {
  return (
    <ul aria-label="What the search could not read" className="grid gap-0.5 text-xs">
      {issues.slice(0, MOST).map((issue) => (
        <li key={`${issue.start} ${issue.message}`} className="flex flex-wrap items-baseline gap-x-1.5">
          <span className={issue.severity === "error" ? "text-denied" : "text-open"}>
            {issue.severity === "error" ? (applied ? "✕ Left out" : "✕ Not readable") : "! Note"}
          </span>
          <button
            type="button"
            className="max-w-full truncate rounded-sm bg-sunken px-1 font-mono hover:underline"
            onClick={() => onShow(issue)}
          >
            <SafeText text={excerpt(text.slice(issue.start, issue.end))} />
            <span className="sr-only">, character {issue.start + 1}: go there</span>
          </button>
          <span className="text-ink-2">{issue.message}</span>
        </li>
      ))}
      {issues.length > MOST ? <li className="text-ink-2">{issues.length - MOST} more like these.</li> : null}
    </ul>
  );
}

function excerpt(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
