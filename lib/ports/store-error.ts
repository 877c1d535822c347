/** `disk-full`: nothing was stored; the same can be done again when there is room. */
export type StoreErrorCode = "locked" | "newer" | "damaged" | "unreachable" | "disk-full";

/** The store cannot be used; the message says what to do. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "StoreError";
    this.code = code;
  }
}
