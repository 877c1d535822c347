import type { ReactNode } from "react";

export type Tone = "plain" | "granted" | "denied" | "open" | "accent";

const TONES: Record<Tone, string> = {
  plain: "border-line text-ink-2",
  granted: "border-transparent bg-granted-soft text-granted",
  denied: "border-transparent bg-denied-soft text-denied",
  open: "border-transparent bg-open-soft text-open",
  accent: "border-transparent bg-accent-soft text-accent",
};

/** A short fact in a pill. Its colour repeats what its words say. */
export function Chip({
  tone = "plain",
  title,
  children,
}: {
  tone?: Tone;
  title?: string;
  children: ReactNode;
}) {
  return (
    <span
      title={title}
      className={`inline-flex max-w-full items-center gap-1 rounded-full border px-2 text-xs whitespace-nowrap ${TONES[tone]}`}
    >
      {children}
    </span>
  );
}
