"use client";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { useZonedFormat } from "./use-zoned-format";

/** From one instant to another, by the clock that the reader chose, with its zone. */
export function SpanText({ range }: { range: TimeRange }) {
  const { span, name } = useZonedFormat();
  return `${span(range)} ${name(range.to)}`;
}
