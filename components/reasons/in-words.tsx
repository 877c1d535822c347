/** Our own words, in which `…` is code. */
export function InWords({ text }: { text: string }) {
  return [...text.matchAll(/`[^`]+`|[^`]+/g)].map(({ 0: part, index }) =>
    part.startsWith("`") ? (
      <code key={index} className="font-mono text-[0.9em]">
        {part.slice(1, -1)}
      </code>
    ) : (
      part
    ),
  );
}
