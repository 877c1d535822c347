import type { TimeRange } from "@/lib/domain/time/time-range";
import { type GivenTimes, readTimes, TIME_OPTIONS } from "./time-options";

/** An option that may be given several times. */
export const LIST = { type: "string", multiple: true, default: [] as string[] } as const;

/** The options of every command that lists what a data folder holds. */
export const LISTING_OPTIONS = {
  data: { type: "string" },
  json: { type: "boolean", default: false },
  limit: { type: "string", default: String(Number.MAX_SAFE_INTEGER) },
  text: { type: "string", default: "" },
  ...TIME_OPTIONS,
} as const;

/** What they say. */
export interface Listing {
  readonly data: string;
  readonly json: boolean;
  readonly limit: number;
  readonly text: string;
  readonly range: TimeRange;
}

type Given = GivenTimes &
  Pick<Listing, "json" | "text"> & { readonly data?: string | undefined; readonly limit: string };

/** A problem is one sentence for the person. */
export function readListing(given: Given, nowMs: number): Listing | { readonly problem: string } {
  const { data, json, limit, text } = given;
  if (data === undefined) return { problem: "say where the data is: --data DIR" };
  if (!/^[1-9]\d*$/.test(limit)) return { problem: "--limit is a whole number from 1" };
  const range = readTimes(given, nowMs);
  return "problem" in range ? range : { data, json, limit: Number(limit), text, range };
}
