import Link from "next/link";
import { Children, type ReactNode } from "react";
import { ParameterNotice } from "@/components/attempts/parameter-notice";
import { ShareButton } from "@/components/shares/share-button";
import { CONTROL } from "@/components/ui/control-class";
import type { ParameterProblem } from "@/lib/search-params/parameters/check-parameters";
import { type QuestionSlug, questionOf } from "./registry";

interface QuestionPageProps {
  readonly slug: QuestionSlug;
  /** What the address gives; another address is another form. */
  readonly params: URLSearchParams;
  readonly problems: readonly ParameterProblem[];
  /** What is asked for: labelled fields, named as the address names them. */
  readonly fields: ReactNode;
  /** The answer; null = nothing was asked yet. */
  readonly children: ReactNode;
}

/** A guided question: what is asked at the top, in a plain form that works before and without any script; below it the answer. */
export function QuestionPage({ slug, params, problems, fields, children }: QuestionPageProps) {
  const { title, answers } = questionOf(slug);
  return (
    <article className="mx-auto grid max-w-[73.75rem] grid-cols-[minmax(0,1fr)] gap-3.5 px-4 pt-4 pb-12 sm:px-5">
      <nav aria-label="Questions" className="text-ink-2">
        <Link href="/questions" prefetch={false} className="text-accent hover:underline">
          ← All questions
        </Link>
      </nav>
      <div>
        <h1 className="text-lg font-semibold tracking-tight sm:text-xl">{title}</h1>
        <p className="max-w-prose text-ink-2">{answers}</p>
      </div>
      <ParameterNotice problems={problems} />
      <form
        key={params.toString()}
        action={`/questions/${slug}`}
        aria-label={title}
        className="flex flex-wrap items-end gap-2.5 rounded-lg border border-line bg-surface px-4 py-3.5"
      >
        {fields}
        <button type="submit" className={CONTROL}>
          Ask
        </button>
        {Children.toArray(children).length === 0 ? null : <ShareButton />}
      </form>
      {children}
    </article>
  );
}
