"use client";
import { type ReactNode, useCallback, useId, useRef, useState } from "react";
import { CONTROL } from "./control-class";
import { useDismiss } from "./use-dismiss";
import { useInSight } from "./use-in-sight";

interface PopoverProps {
  readonly label: ReactNode;
  readonly align?: "left" | "right";
  /** The panel opens upwards. */
  readonly above?: boolean;
  /** Mostly text, at times with nothing to press: the panel itself takes the focus, so that it can be scrolled by keyboard. */
  readonly isForReading?: boolean;
  readonly children: (close: () => void) => ReactNode;
}

const PANEL =
  "absolute z-30 my-1 max-h-[75vh] w-max max-w-[calc(100vw-1.5rem)] overflow-auto rounded-lg border border-line bg-surface p-3 shadow-lg";

/** A button with a panel below or above it. Esc, a press outside and leaving it by keyboard close it. */
export function Popover({
  label,
  align = "left",
  above = false,
  isForReading = false,
  children,
}: PopoverProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const panelId = useId();
  const dismiss = useCallback((how: "key" | "outside") => {
    setOpen(false);
    if (how === "key") button.current?.focus();
  }, []);
  useDismiss(root, open, dismiss);
  useInSight(panel, open);
  return (
    <div ref={root} className="relative min-w-0">
      <button
        ref={button}
        type="button"
        className={CONTROL}
        aria-expanded={open}
        aria-controls={open ? panelId : undefined}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open ? (
        <div
          ref={panel}
          id={panelId}
          tabIndex={isForReading ? 0 : undefined}
          className={`${PANEL} ${above ? "bottom-full" : "top-full"} ${align === "right" ? "right-0" : "left-0"}`}
        >
          {children(() => dismiss("key"))}
        </div>
      ) : null}
    </div>
  );
}
