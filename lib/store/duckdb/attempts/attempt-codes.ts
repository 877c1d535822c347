import type { CallerClass } from "@/lib/domain/correlate/attempt";

/** Stored numbers of the classes; never changed, only added to. */
const CLASS_CODES: Readonly<Record<CallerClass, number>> = {
  person: 0,
  node: 1,
  ci: 2,
  workload: 3,
  aws: 4,
  root: 5,
  unknown: 6,
};
const CLASSES = Object.keys(CLASS_CODES) as CallerClass[];

export function codeOfClass(name: CallerClass): number {
  return CLASS_CODES[name];
}

/** null, or what is no number of a class, is unknown. */
export function classOfCode(code: number | null): CallerClass {
  return CLASSES.find((name) => CLASS_CODES[name] === code) ?? "unknown";
}

/** Attempt ids are 128 bits: 32 hex digits outside, an integer inside. */
export function toStoredId(id: string): bigint {
  return BigInt(`0x${id}`);
}

export function fromStoredId(id: unknown): string {
  return (id as bigint).toString(16).padStart(32, "0");
}
