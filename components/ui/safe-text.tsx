import { Fragment } from "react";
import { type TextPart, toTextParts } from "./visible-text";

interface SafeTextProps {
  readonly text: string;
  readonly className?: string | undefined;
  /** Lines may break behind the separators of ARNs and names, which is easier to read than anywhere. */
  readonly breakable?: boolean;
}

/** Text that others wrote: nothing in it can hide, reorder its surroundings or become markup. */
export function SafeText({ text, className, breakable = false }: SafeTextProps) {
  const parts = toTextParts(text);
  const hides = parts.some(({ kind }) => kind === "hidden");
  return (
    <bdi className={className}>
      {hides || breakable
        ? parts.map((part) => <Part key={part.at} part={part} breakable={breakable} />)
        : // Nearly all of a long list.
          text}
    </bdi>
  );
}

function Part({ part, breakable }: { part: TextPart; breakable: boolean }) {
  if (part.kind === "hidden") return <HiddenCharacter code={part.code} name={part.name} />;
  return breakable ? <BreakableText text={part.text} /> : part.text;
}

function BreakableText({ text }: { text: string }) {
  const pieces = [...text.matchAll(/[^/:_@.]*[/:_@.]?/g)].filter(([piece]) => piece !== "");
  return pieces.map((piece, i) => (
    <Fragment key={piece.index}>
      {i === 0 ? null : <wbr />}
      {piece[0]}
    </Fragment>
  ));
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
