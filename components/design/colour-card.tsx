import { Card } from "@/components/ui/card";
import { Chip, type Tone } from "@/components/ui/chip";

/** Written out: the style sheet holds only what stands somewhere as a whole word. */
const GROUNDS = [
  { name: "paper", looks: "bg-paper" },
  { name: "surface", looks: "bg-surface" },
  { name: "sunken", looks: "bg-sunken" },
  { name: "accent-soft", looks: "bg-accent-soft" },
  { name: "granted-soft", looks: "bg-granted-soft" },
  { name: "denied-soft", looks: "bg-denied-soft" },
  { name: "open-soft", looks: "bg-open-soft" },
] as const;
const INKS = [
  { name: "ink", looks: "text-ink" },
  { name: "ink-2", looks: "text-ink-2" },
  { name: "ink-3", looks: "text-ink-3" },
  { name: "accent", looks: "text-accent" },
  { name: "granted", looks: "text-granted" },
  { name: "denied", looks: "text-denied" },
  { name: "open", looks: "text-open" },
] as const;
const TONES: readonly { readonly tone: Tone; readonly words: string }[] = [
  { tone: "plain", words: "a fact" },
  { tone: "granted", words: "✓ Granted" },
  { tone: "denied", words: "✕ Denied" },
  { tone: "open", words: "not certain" },
  { tone: "accent", words: "chosen" },
];

/** The tokens of `globals.css`, and the tones that are made of them. */
export function ColourCard() {
  return (
    <Card title="Colours" aside="never the only signal">
      <ul aria-label="Grounds" className="grid grid-cols-2 gap-2 sm:grid-cols-4 lg:grid-cols-7">
        {GROUNDS.map(({ name, looks }) => (
          <li key={name} className={`rounded-md border border-line px-2 py-3 font-mono text-xs ${looks}`}>
            {name}
          </li>
        ))}
      </ul>
      <ul aria-label="Inks" className="mt-3 flex flex-wrap gap-x-4 gap-y-1">
        {INKS.map(({ name, looks }) => (
          <li key={name} className={`font-medium ${looks}`}>
            {name}
          </li>
        ))}
      </ul>
      <ul aria-label="Tones" className="mt-3 flex flex-wrap gap-2">
        {TONES.map(({ tone, words }) => (
          <li key={tone}>
            <Chip tone={tone}>{words}</Chip>
          </li>
        ))}
      </ul>
    </Card>
  );
}
