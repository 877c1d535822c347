import { toTextParts } from "./visible-text";

/** Text that others wrote: nothing in it can hide, reorder its surroundings or become markup. */
export function SafeText({ text, className }: { text: string; className?: string | undefined }) {
  const parts = toTextParts(text);
  return (
    <bdi className={className}>
      {parts.map((part) =>
        part.kind === "text" ? (
          part.text
        ) : (
          <HiddenCharacter key={part.at} code={part.code} name={part.name} />
        ),
      )}
    </bdi>
  );
}

function HiddenCharacter({ code, name }: { code: string; name: string }) {
  return (
    <span
      title={`${code}, ${name}`}
      className="mx-px rounded-sm border border-open bg-open-soft px-0.5 font-mono text-[0.625rem] text-open"
    >
      {code}
    </span>
  );
}
