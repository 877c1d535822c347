/** Those within the range, both ends included, of what is sorted by time: a page needs little of a day. */
export function withinRange<T extends { readonly timeMs: number }>(
  sorted: readonly T[],
  { from, to }: { readonly from: number; readonly to: number },
): T[] {
  return sorted.slice(
    placeOf(sorted, (timeMs) => timeMs >= from),
    placeOf(sorted, (timeMs) => timeMs > to),
  );
}

/** The first place whose time is beyond; all after it are. */
function placeOf(
  sorted: readonly { readonly timeMs: number }[],
  isBeyond: (timeMs: number) => boolean,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBeyond(sorted[middle]?.timeMs ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
