import { Chip } from "@/components/ui/chip";
import { CodeBlock } from "@/components/ui/code-block";
import type { ExplainedFix } from "@/lib/domain/explain/explain-reason";
import type { RemedyForm } from "@/lib/domain/explain/remedies/remedy-form";
import { InWords } from "./in-words";
import { DOER_WORDS } from "./reason-words";

/** What to do, the likeliest first; each fix in the forms that people keep their clusters by. */
export function ReasonFixes({ fixes }: { fixes: readonly ExplainedFix[] }) {
  return (
    <ol aria-label="What to do" className="grid gap-3">
      {fixes.map(({ step, doer, forms }, place) => (
        <li key={step} className="min-w-0">
          <p>
            <InWords text={step} /> <Chip>{DOER_WORDS[doer]}</Chip>
          </p>
          {forms.map((form, i) => (
            <Form key={form.form} form={form} isFirst={place === 0 && i === 0} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function Form({ form: { form, text, grants, note }, isFirst }: { form: RemedyForm; isFirst: boolean }) {
  return (
    <details open={isFirst} className="mt-1.5">
      <summary className="cursor-pointer text-accent hover:underline">{form}</summary>
      <CodeBlock text={text} />
      {grants === null ? null : (
        <p className="mt-1 text-xs text-ink-2">
          Grants: <InWords text={grants} />
        </p>
      )}
      {note === null ? null : (
        <p className="mt-1 text-xs text-ink-2">
          <InWords text={note} />
        </p>
      )}
    </details>
  );
}
