import { memo } from "react";

interface BucketButtonProps {
  readonly index: number;
  readonly label: string;
  readonly tabbable: boolean;
  readonly brushed: boolean;
  readonly on: BucketActions;
}

/** What can be done with a bar, by its index. */
export interface BucketActions {
  readonly press: (index: number) => void;
  readonly pass: (index: number) => void;
  readonly focus: (index: number) => void;
  readonly activate: (index: number) => void;
}

/** Lies over one bar. */
export const BucketButton = memo(function BucketButton(props: BucketButtonProps) {
  const { index, label, tabbable, brushed, on } = props;
  return (
    <button
      type="button"
      tabIndex={tabbable ? 0 : -1}
      aria-label={label}
      className={`cursor-zoom-in hover:bg-accent/10 focus-visible:bg-accent/10 focus-visible:-outline-offset-2 ${brushed ? "bg-accent/20" : ""}`}
      onPointerDown={(event) => {
        // A touch would keep the pointer to itself.
        event.currentTarget.releasePointerCapture(event.pointerId);
        if (event.button === 0) on.press(index);
      }}
      onPointerEnter={() => on.pass(index)}
      onFocus={() => on.focus(index)}
      onClick={(event) => {
        // The mouse zooms when it lets go; this is the keyboard.
        if (event.detail === 0) on.activate(index);
      }}
    />
  );
});
