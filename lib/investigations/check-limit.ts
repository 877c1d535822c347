import { InvalidQuery } from "@/lib/ports/invalid-query";

/** Throws InvalidQuery unless it is a whole number from 1 to `most`. */
export function checkLimit(limit: number, most: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > most)
    throw new InvalidQuery("limit", `is a whole number from 1 to ${most}`);
}
