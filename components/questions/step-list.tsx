import { TimeText } from "@/components/settings/time-text";
import Link from "next/link";
import { SentenceParts } from "@/components/attempt/sentence-parts";
import { Chip, type Tone } from "@/components/ui/chip";
import { CommandLine } from "@/components/ui/command-line";
import type { AnswerStep, Proof, StepState } from "@/lib/domain/explain/questions/answer-step";
import { NotSeenLine } from "./not-seen-line";

const LOOKS: Readonly<Record<StepState, { readonly word: string; readonly tone: Tone }>> = {
  yes: { word: "✓ Yes", tone: "granted" },
  no: { word: "✕ No", tone: "denied" },
  "not-seen": { word: "◌ Not seen", tone: "open" },
  "not-reached": { word: "– Not reached", tone: "plain" },
};

/** The steps of an answer in their order, each with what was seen and the records that prove it. */
export function StepList({ label, steps }: { label: string; steps: readonly AnswerStep[] }) {
  return (
    <ol aria-label={label} className="grid rounded-lg border border-line bg-surface px-4 py-1">
      {steps.map((step) => (
        <li
          key={step.title}
          className="grid gap-x-4 gap-y-1 border-t border-line py-2.5 first:border-t-0 sm:grid-cols-[8rem_minmax(0,1fr)]"
        >
          <span>
            <Chip tone={LOOKS[step.state].tone}>{LOOKS[step.state].word}</Chip>
          </span>
          <Step step={step} />
        </li>
      ))}
    </ol>
  );
}

function Step({ step: { title, says, because, proofs, commands } }: { step: AnswerStep }) {
  return (
    <div className="min-w-0">
      <h3 className="font-semibold">{title}</h3>
      {says.length === 0 ? null : (
        <p>
          <SentenceParts parts={says} />
        </p>
      )}
      <NotSeenLine because={because} />
      <Proofs proofs={proofs} />
      {commands.map((command) => (
        <CommandLine key={command} command={command} />
      ))}
    </div>
  );
}

/** The pages of the records that prove something. */
export function Proofs({ proofs }: { proofs: readonly Proof[] }) {
  if (proofs.length === 0) return null;
  return (
    <ul aria-label="Proof" className="mt-1 flex flex-wrap gap-x-3 text-xs">
      {proofs.map(({ kind, id, timeMs }) => (
        <li key={id}>
          <Link
            href={kind === "attempt" ? `/attempts/${id}` : `/requests/${id}`}
            prefetch={false}
            className="text-accent underline"
          >
            {kind} of <TimeText ms={timeMs} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
