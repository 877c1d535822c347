import { createRedactor } from "@/lib/domain/redact/redactor";

const HIDDEN = "Raw records are for auditors.";

/** What a viewer gets of an answer: no raw records, the rest at level R1 (facts: security §3.4, §6). */
export function redactForViewer<T>(answer: T): T {
  // One for each answer: it remembers the names that it met.
  return createRedactor("R1").value(withoutRecords(answer)) as T;
}

/** A record's text stands beside its id. */
function withoutRecords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRecords);
  if (value === null || typeof value !== "object") return value;
  const hidesText = "recordId" in value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => {
      if (hidesText && (field === "text" || field === "json")) return [field, ""];
      if (hidesText && field === "note") return [field, HIDDEN];
      return [field, withoutRecords(inner)];
    }),
  );
}
