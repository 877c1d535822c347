"use client";
import { useEffect, useState } from "react";
import { CONTROL } from "./control-class";

type State = "idle" | "copied" | "failed";
const WORDS: Record<Exclude<State, "idle">, string> = { copied: "✓ Copied", failed: "Copy was refused" };

/** Copies a text, worked out when pressed. */
export function CopyButton({ label, text }: { label: string; text: string | (() => string) }) {
  const [state, setState] = useState<State>("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === "string" ? text : text());
      setState("copied");
    } catch {
      setState("failed");
    }
  };
  return (
    <button type="button" className={CONTROL} onClick={() => void copy()}>
      <span aria-live="polite">{state === "idle" ? label : WORDS[state]}</span>
    </button>
  );
}
