"use client";
import { useZonedFormat } from "./use-zoned-format";

interface TimeTextProps {
  readonly ms: number;
  /** `moment`: `23 Nov 14:52:30 UTC`. `minute`: `2026-11-23 14:52 UTC`. `stamp`: `2026-11-23 14:52:30.123 UTC`. `second`: the same without milliseconds. */
  readonly show?: "moment" | "minute" | "stamp" | "second";
  readonly className?: string;
}

/** An instant, by the clock that the reader chose, with its zone. */
export function TimeText({ ms, show = "moment", className }: TimeTextProps) {
  const { moment, minute, stamp, name } = useZonedFormat();
  const text = {
    moment: () => `${moment(ms)} ${name(ms)}`,
    minute: () => minute(ms),
    stamp: () => stamp(ms),
    second: () => stamp(Math.floor(ms / 1000) * 1000),
  }[show]();
  return (
    <time dateTime={new Date(ms).toISOString()} className={className}>
      {text}
    </time>
  );
}
