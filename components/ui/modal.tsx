"use client";
import { type ReactNode, useCallback, useEffect, useRef } from "react";
import { useDismiss } from "./use-dismiss";

interface ModalProps {
  /** Its name for those who do not see it. */
  readonly label: string;
  /** Size and place. */
  readonly className: string;
  /** Puts it where it belongs, once it is there; absent: by its classes alone. Give the same function each time. */
  readonly place?: (dialog: HTMLDialogElement) => void;
  readonly onClose: () => void;
  readonly children: (close: () => void) => ReactNode;
}

/** A dialog over the page. Esc and a press outside close it, and the focus goes back to where it was. */
export function Modal({ label, className, place, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const close = useCallback(() => dialog.current?.close(), []);
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (!element.open) element.showModal();
    place?.(element);
  }, [place]);
  // What lies behind the content is the dialog itself.
  useDismiss(content, true, close);
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      onClose={onClose}
      className={`max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-surface p-0 text-ink shadow-lg ${className}`}
    >
      <div ref={content}>{children(close)}</div>
    </dialog>
  );
}
