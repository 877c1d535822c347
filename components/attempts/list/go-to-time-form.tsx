import { useSettings } from "@/components/settings/settings-provider";
import { type FormEvent, useState } from "react";
import { CONTROL } from "@/components/ui/control-class";
import { InstantField, readInstant } from "../toolbar/instant-field";

interface GoToTimeFormProps {
  /** What it starts with; null = nothing. */
  readonly startMs: number | null;
  readonly onGo: (ms: number) => void;
}

/** Scrolls to a time, without narrowing what is listed. */
export function GoToTimeForm({ startMs, onGo }: GoToTimeFormProps) {
  const { zone } = useSettings();
  const [problem, setProblem] = useState<string | null>(null);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const ms = readInstant(new FormData(event.currentTarget).get("time"), zone);
    if (ms === null) setProblem("Write it like 2026-11-23 09:30:00, or a date alone.");
    else onGo(ms);
  }
  return (
    <form className="grid gap-2" onSubmit={submit}>
      <InstantField name="time" label="Scroll to" ms={startMs} />
      <p role="alert" className="text-denied empty:hidden">
        {problem}
      </p>
      <button type="submit" className={`${CONTROL} justify-center`}>
        Go
      </button>
    </form>
  );
}
