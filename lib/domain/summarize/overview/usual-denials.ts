/** As many deviations above the middle an hour may lie and still be ordinary. */
const DEVIATIONS = 3;
/** The median deviation of a normal distribution is this much smaller than its standard deviation. */
const TO_STANDARD = 1.4826;

/**
 * Up to how many denials an hour are ordinary, by the hours before: their median and three (scaled) median absolute
 * deviations. A few hours of trouble among them move neither. 0 = nothing is known, or nobody is ever denied.
 */
export function usualDenials(hours: readonly number[]): number {
  if (hours.length === 0) return 0;
  const middle = median(hours);
  const deviation = median(hours.map((hour) => Math.abs(hour - middle)));
  return middle + DEVIATIONS * TO_STANDARD * deviation;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}
