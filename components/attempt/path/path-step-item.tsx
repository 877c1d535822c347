import { Chip } from "@/components/ui/chip";
import { SafeText } from "@/components/ui/safe-text";
import type { PathStep } from "./path-steps";

const DOTS = {
  granted: "border-granted bg-granted",
  denied: "border-denied bg-denied",
  none: "border-accent bg-surface",
} as const;

/** A step: side by side on wide screens, one below the other on narrow ones. */
export function PathStepItem({ step, last }: { step: PathStep; last: boolean }) {
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] md:block">
      <div
        aria-hidden="true"
        className="relative flex flex-col items-start pt-1 md:mb-2 md:flex-row md:items-center md:pt-0"
      >
        <span className={`z-10 size-3 shrink-0 rounded-full border-2 ${DOTS[step.end ?? "none"]}`} />
        {last ? null : (
          <span
            className={`ml-[5px] w-0 grow border-l-2 md:ml-0 md:h-0 md:w-auto md:border-t-2 md:border-l-0 ${step.open ? "border-dashed border-open" : "border-line"}`}
          />
        )}
      </div>
      <div className="min-w-0 pb-3 md:pr-4 md:pb-0">
        <div className="text-xs text-ink-3">{step.over}</div>
        <SafeText text={step.name} breakable className="block font-semibold" />
        {step.detail === "" ? null : <SafeText text={step.detail} breakable className="block text-ink-2" />}
        <Chip tone={step.open ? "open" : "plain"}>{step.mark}</Chip>
      </div>
    </li>
  );
}
