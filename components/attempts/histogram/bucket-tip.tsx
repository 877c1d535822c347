import type { BucketWords } from "./bucket-words";

interface BucketTipProps {
  readonly words: BucketWords;
  /** Its place among the bars, 0 to 1. */
  readonly at: number;
}

/** What the bar says that one points at, or that has the focus; to a screen reader its button says the same. */
export function BucketTip({ words: { span, denied, granted, unknown, missing }, at }: BucketTipProps) {
  // On a phone in the middle, where it is whole wherever the bar is.
  const side = at < 0.5 ? { left: `${at * 100}%` } : { right: `${(1 - at) * 100}%` };
  return (
    <div
      aria-hidden="true"
      style={side}
      className="pointer-events-none absolute top-[72px] z-20 mx-auto mt-1 w-fit rounded-md border border-line bg-surface px-2 py-1 text-xs whitespace-nowrap shadow-md max-sm:inset-x-0! max-sm:whitespace-normal"
    >
      <span className="text-ink-2">{span}: </span>
      {unknown ? (
        <span>nothing is known</span>
      ) : (
        <>
          <span className="text-denied">{denied}</span>, <span className="text-granted">{granted}</span>
        </>
      )}
      {missing === "" ? null : <span className="block text-open">▨ {missing}</span>}
    </div>
  );
}
