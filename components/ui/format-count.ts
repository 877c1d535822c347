const NUMBER = new Intl.NumberFormat("en-US");

/** `1,284`. */
export function formatCount(count: number): string {
  return NUMBER.format(count);
}

/** `1 session`, `1,284 sessions`. */
export function formatPlural(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
