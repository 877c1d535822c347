import type { Remark } from "@/lib/domain/explain/findings/check-config-map";
import type { Severity } from "@/lib/domain/explain/findings/finding-kind";

const SIGNS: Readonly<Record<Severity, string>> = { error: "✕", warning: "⚠", note: "•" };
const ORDER: readonly Severity[] = ["note", "warning", "error"];

/** The sign of the worst that is said of a line, by its number. */
export function marksOf(remarks: readonly Pick<Remark, "severity" | "place">[]): Map<number, string> {
  const marks = new Map<number, string>();
  for (const worst of ORDER)
    for (const { severity, place } of remarks)
      if (severity === worst && place !== null) marks.set(place.line, SIGNS[severity]);
  return marks;
}
