/** One fact of plain JSON, to be read by people. */
export interface Fact {
  readonly label: string;
  /** null where only `facts` tell. */
  readonly value: string | null;
  readonly facts: readonly Fact[];
}

/** Nothing of ours is so deep. */
const DEEPEST = 40;

/** The facts of a value in their order, without those that say nothing. */
export function factTree(value: unknown, depth = 0): readonly Fact[] {
  if (typeof value !== "object" || value === null || depth > DEEPEST) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const label = Array.isArray(value) ? `${Number(key) + 1}` : toWords(key);
    const fact = toFact(label, key, inner, depth);
    return fact === null ? [] : [fact];
  });
}

function toFact(label: string, key: string, value: unknown, depth: number): Fact | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value !== "object") return { label, value: toText(key, value), facts: [] };
  if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string"))
    return { label, value: value.join(", "), facts: [] };
  const facts = factTree(value, depth + 1);
  return facts.length === 0 ? null : { label, value: null, facts };
}

function toText(key: string, value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number" && isTime(key)) return toInstant(value);
  return String(value);
}

/** Ranges of time have their ends without the unit. */
function isTime(key: string): boolean {
  return key.endsWith("Ms") || key === "from" || key === "to";
}

/** A time that no clock can tell is shown as it is. */
export function toInstant(ms: number): string {
  const date = new Date(ms);
  return ms < 1e11 || Number.isNaN(date.getTime()) ? `${ms} ms` : date.toISOString();
}

function toWords(key: string): string {
  const words = key
    .replace(/Ms$/, "")
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
