import { AwsError } from "../aws-error";
import type { Call } from "../cloud";
import { readBoolean, readNumber, readText, readTexts } from "../read-input";
import { readFilterPattern } from "./filter-pattern";

/** What FilterLogEvents was asked, checked. */
export interface FilterRequest {
  readonly from: number;
  readonly to: number;
  readonly newestFirst: boolean;
  readonly limit: number;
  readonly wantsStream: (stream: string) => boolean;
  readonly wantsMessage: (message: string) => boolean;
}

/** `startFromHead: false` needs a startTime from here on (facts: AWS §2.2). */
const NEWEST_FIRST_SINCE = Date.UTC(2024, 0, 1);

/** Throws InvalidParameterException. */
export function readFilterRequest(call: Call): FilterRequest {
  const { input } = call;
  const from = readNumber(input, "startTime");
  const to = readNumber(input, "endTime");
  if (from !== undefined && to !== undefined && from > to)
    throw invalid("startTime must be less than or equal to endTime.");
  const newestFirst = readBoolean(input, "startFromHead") === false;
  if (newestFirst && (from ?? 0) < NEWEST_FIRST_SINCE)
    throw invalid("startFromHead can be false only with a startTime on or after 2024-01-01T00:00:00Z.");
  const limit = readNumber(input, "limit") ?? 10_000;
  if (!Number.isInteger(limit) || limit < 1 || limit > 10_000)
    throw invalid(`Value '${limit}' at 'limit' failed to satisfy constraint: between 1 and 10000.`);
  return {
    from: from ?? 0,
    to: to ?? Number.MAX_SAFE_INTEGER,
    newestFirst,
    limit,
    wantsStream: readStreams(call),
    wantsMessage: readFilterPattern(readText(input, "filterPattern") ?? ""),
  };
}

function readStreams(call: Call): (stream: string) => boolean {
  const names = readTexts(call.input, "logStreamNames");
  const prefix = readText(call.input, "logStreamNamePrefix");
  if (names !== undefined && prefix !== undefined)
    throw invalid("Specify either logStreamNames or logStreamNamePrefix, but not both.");
  if (names !== undefined && (names.length < 1 || names.length > 100))
    throw invalid("logStreamNames must hold 1 to 100 names.");
  const wanted = names && new Set(names);
  return (stream) => wanted?.has(stream) ?? stream.startsWith(prefix ?? "");
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
