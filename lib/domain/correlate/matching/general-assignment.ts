import { WINDOW_BEFORE_MS } from "../correlation-reach";
import { UNDECIDED } from "./chain";

/** Candidates without order: cost of attempt i with event j, or Infinity where j is no candidate of i. */
export interface CostTable {
  readonly attempts: number;
  readonly events: number;
  readonly cost: Float64Array;
}

/** So many attempts at most in one call: the work grows with the fourth power. */
export const MAX_GENERAL_ATTEMPTS = 40;

/**
 * As BandAssignment, for candidates that do not all suit every attempt (some lines with key, some without; seconds
 * beside milliseconds): the Hungarian method, and once more per pair with that pair forbidden. If the total stays as
 * good, the pair was one of several best and is UNDECIDED.
 */
export function assignGenerally(table: CostTable): Int32Array {
  const best = solve(table);
  const chosen = best.eventOf.slice();
  for (let i = 0; i < table.attempts; i++) {
    const event = best.eventOf[i] as number;
    if (event === UNDECIDED) continue;
    const cost = table.cost.slice();
    cost[i * table.events + event] = Number.POSITIVE_INFINITY;
    if (solve({ ...table, cost }).total === best.total) chosen[i] = UNDECIDED;
  }
  return chosen;
}

interface Solution {
  readonly eventOf: Int32Array;
  readonly total: number;
}

/** Rows are attempts; columns are events, then one "no event" per attempt, dearer than all distances together. */
function solve(table: CostTable): Solution {
  const nothing = WINDOW_BEFORE_MS * WINDOW_BEFORE_MS * table.attempts + 1;
  const columns = table.events + table.attempts;
  const costs = new Float64Array(table.attempts * columns).fill(nothing);
  for (let i = 0; i < table.attempts; i++) {
    for (let j = 0; j < table.events; j++) {
      const cost = table.cost[i * table.events + j] as number;
      costs[i * columns + j] = cost === Number.POSITIVE_INFINITY ? 2 * nothing : cost;
    }
  }
  const rowOf = cheapestRows(costs, table.attempts, columns);
  const eventOf = new Int32Array(table.attempts).fill(UNDECIDED);
  let total = 0;
  for (let column = 0; column < columns; column++) {
    const row = rowOf[column] as number;
    if (row < 0) continue;
    total += costs[row * columns + column] as number;
    if (column < table.events) eventOf[row] = column;
  }
  return { eventOf, total };
}

/** The Hungarian method with potentials: which row has which column, -1 for none; rows ≤ columns. */
function cheapestRows(costs: Float64Array, rows: number, columns: number): Int32Array {
  const rowOf = new Int32Array(columns).fill(-1);
  const [rowPotential, columnPotential] = [new Float64Array(rows), new Float64Array(columns)];
  for (let start = 0; start < rows; start++) {
    const path = shortestPath({ costs, rowOf, rowPotential, columnPotential }, start);
    let column = path.end;
    while (column >= 0) {
      const previous = path.cameFrom[column] as number;
      rowOf[column] = previous < 0 ? start : (rowOf[previous] as number);
      column = previous;
    }
  }
  return rowOf;
}

interface Search {
  readonly costs: Float64Array;
  readonly rowOf: Int32Array;
  readonly rowPotential: Float64Array;
  readonly columnPotential: Float64Array;
}

/** From a row without column to the nearest free column; moves the potentials so that no reduced cost is negative. */
function shortestPath(search: Search, start: number): { end: number; cameFrom: Int32Array } {
  const { costs, rowOf, rowPotential, columnPotential } = search;
  const columns = rowOf.length;
  const distance = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const cameFrom = new Int32Array(columns).fill(-1);
  const done: number[] = [];
  const open = new Set(rowOf.keys());
  let [row, column, reached] = [start, -1, 0];
  while (row >= 0) {
    let next = -1;
    for (const c of open) {
      const step = (costs[row * columns + c] as number) - at(rowPotential, row) - at(columnPotential, c);
      if (reached + step < at(distance, c)) {
        distance[c] = reached + step;
        cameFrom[c] = column;
      }
      if (next < 0 || at(distance, c) < at(distance, next)) next = c;
    }
    column = next;
    open.delete(column);
    done.push(column);
    reached = at(distance, column);
    row = rowOf[column] as number;
  }
  rowPotential[start] = at(rowPotential, start) + reached;
  for (const c of done.slice(0, -1)) {
    const owner = rowOf[c] as number;
    rowPotential[owner] = at(rowPotential, owner) + reached - at(distance, c);
    columnPotential[c] = at(columnPotential, c) - reached + at(distance, c);
  }
  return { end: column, cameFrom };
}

function at(values: Float64Array, i: number): number {
  return values[i] as number;
}
