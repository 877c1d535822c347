import { AwsError } from "../aws-error";
import type { Call } from "../cloud";
import { readPageToken, writePageToken } from "../page-token";

/** `maxResults` 1 to 100, 100 by default; input comes from the query, as text. Throws InvalidParameterException. */
export function pageOfList<T>(
  { input, cloud }: Call,
  all: readonly T[],
  of: string,
): { readonly items: readonly T[]; readonly nextToken: string | null } {
  const { nextToken, ...rest } = input;
  const parameters = { ...rest, of };
  const limit = Number(input.maxResults ?? 100);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw new AwsError("InvalidParameterException", "maxResults must be between 1 and 100.");
  const mark =
    nextToken === undefined ? { place: 0 } : readPageToken(String(nextToken), parameters, cloud.now());
  if (mark === null) throw new AwsError("InvalidParameterException", "The nextToken is not valid.");
  const start = Number(mark.place);
  const end = start + limit;
  const isLast = end >= all.length;
  return {
    items: all.slice(start, end),
    nextToken: isLast ? null : writePageToken(parameters, end, cloud.now()),
  };
}
