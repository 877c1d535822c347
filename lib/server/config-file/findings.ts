import type { Document, LineCounter } from "yaml";
import type { Mistake, Position } from "./mistake";

/** What the check of one file has found so far. */
export interface Findings {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly mistakes: Mistake[];
  /** Where each value stands, by its path: `clusters[0].name`. */
  readonly places: Map<string, Position>;
}

/** Notes a mistake: what was wrong, and what to do. */
export function refuse({ mistakes }: Findings, place: Position, message: string, remedy: string): void {
  mistakes.push({ ...place, message, remedy });
}

/** Where a node of the document begins; null for what has no place of its own. */
export function placeOf({ lines }: Findings, node: unknown): Position | null {
  const range = (node as { range?: readonly number[] | null } | null)?.range;
  if (range?.[0] === undefined) return null;
  const { line, col } = lines.linePos(range[0]);
  return { line, column: col };
}
