import Link from "next/link";
import { QUESTIONS, questionHref } from "./registry";

/** What can be asked, each question with what it takes and what it tells. */
export function QuestionsScreen() {
  return (
    <div className="mx-auto grid max-w-[73.75rem] grid-cols-[minmax(0,1fr)] gap-3.5 px-4 pt-4 pb-12 sm:px-5">
      <div>
        <h1 className="text-lg font-semibold tracking-tight sm:text-xl">Questions</h1>
        <p className="max-w-prose text-ink-2">
          What people ask under pressure, answered step by step with the records that prove each step. What
          you ask stands in the address: an answer can be sent as a link.
        </p>
      </div>
      <ul aria-label="Questions" className="grid gap-3.5 lg:grid-cols-2">
        {QUESTIONS.map(({ slug, title, asks, answers }) => (
          <li key={slug} className="min-w-0 rounded-lg border border-line bg-surface px-4 py-3.5">
            <h2 className="font-semibold">
              <Link href={questionHref(slug)} prefetch={false} className="text-accent hover:underline">
                {title}
              </Link>
            </h2>
            <p className="mt-1">{answers}</p>
            <p className="mt-1 text-xs text-ink-2">You give: {asks}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
