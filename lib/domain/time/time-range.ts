/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

/** `from` is included, `to` is not. */
export interface TimeRange {
  readonly from: EpochMs;
  readonly to: EpochMs;
}
