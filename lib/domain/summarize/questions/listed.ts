import type { SentencePart } from "../../explain/sentence-part";

const NAMED = 3;

/** `a, b, c and 2 more`, each name strong. */
export function listed(names: readonly string[]): SentencePart[] {
  const shown = names
    .slice(0, NAMED)
    .flatMap((text, i): SentencePart[] => [...(i === 0 ? [] : [{ text: ", " }]), { text, strong: true }]);
  return names.length > NAMED ? [...shown, { text: ` and ${names.length - NAMED} more` }] : shown;
}
