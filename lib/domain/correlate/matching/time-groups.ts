/** Items in groups; within a group by time. Positions `start[g]` to `end[g]` belong to group g. */
export interface TimeGroups {
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Position → index of the item in the input. */
  readonly item: Int32Array;
  /** Position → time. */
  readonly times: Float64Array;
}

/** Items whose group is negative are left out. Linear where the input is in order of time already. */
export function groupByTime(
  groupOf: Int32Array,
  groups: number,
  timeOf: (item: number) => number,
): TimeGroups {
  const start = new Int32Array(groups + 1);
  for (const group of groupOf) if (group >= 0) start[group + 1] = (start[group + 1] as number) + 1;
  for (let g = 0; g < groups; g++) start[g + 1] = (start[g + 1] as number) + (start[g] as number);
  const total = start[groups] as number;
  const end = start.slice(0, groups);
  const [item, times] = [new Int32Array(total), new Float64Array(total)];
  for (let i = 0; i < groupOf.length; i++) {
    const group = groupOf[i] as number;
    if (group < 0) continue;
    const position = end[group] as number;
    end[group] = position + 1;
    item[position] = i;
    times[position] = timeOf(i);
  }
  const grouped = { start, end, item, times };
  for (let g = 0; g < groups; g++) sortGroup(grouped, g, timeOf);
  return grouped;
}

function sortGroup(
  { start, end, item, times }: TimeGroups,
  group: number,
  timeOf: (item: number) => number,
): void {
  const [from, to] = [start[group] as number, end[group] as number];
  let sorted = true;
  for (let p = from + 1; p < to && sorted; p++) sorted = (times[p - 1] as number) <= (times[p] as number);
  if (sorted) return;
  item.subarray(from, to).sort((a, b) => timeOf(a) - timeOf(b) || a - b);
  for (let p = from; p < to; p++) times[p] = timeOf(item[p] as number);
}

/** Item → its position, or -1. */
export function positionsOf({ item }: TimeGroups, items: number): Int32Array {
  const positions = new Int32Array(items).fill(-1);
  for (let p = 0; p < item.length; p++) positions[item[p] as number] = p;
  return positions;
}
