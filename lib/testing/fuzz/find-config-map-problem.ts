import { AWS_AUTH_LISTS, type AwsAuth, printedError } from "@/lib/domain/parse/aws-auth/aws-auth";
import { readAwsAuth } from "@/lib/domain/parse/aws-auth/read-aws-auth";
import { readConfigMap } from "@/lib/domain/parse/aws-auth/read-config-map";
import type { TextPlace } from "@/lib/domain/parse/mappings/mapping-entry";

/** What the reader of aws-auth did wrong with a text, taken for the whole and for each of its lists; null = nothing. */
export function findConfigMapProblem(text: string): string | null {
  try {
    const { awsAuth, problems } = readConfigMap(text);
    const lists = AWS_AUTH_LISTS.map((list) => readAwsAuth({ [list]: text }));
    return (
      findMisplaced(text, problems) ?? firstOf([awsAuth, ...lists], (read) => findReadProblem(text, read))
    );
  } catch (error) {
    return `it threw ${error}`;
  }
}

function findReadProblem(text: string, read: AwsAuth): string | null {
  if ((printedError(read) === null) !== (read.problems.length === 0)) return "a problem that is not printed";
  if (read.entries.some(({ arn, sso }) => arn === "" && sso === null)) return "an entry without a principal";
  return findMisplaced(text, [...read.problems, ...read.entries]);
}

function findMisplaced(text: string, placed: readonly { readonly place: TextPlace | null }[]): string | null {
  const lines = text.split("\n");
  return placed.every(({ place }) => place === null || isWithin(lines, place))
    ? null
    : "a place outside the text";
}

/** The end of the text is a place too. */
function isWithin(lines: readonly string[], { line, column }: TextPlace): boolean {
  const length = lines[line - 1]?.length;
  return length !== undefined && column >= 1 && column <= length + 1;
}

function firstOf<T>(list: readonly T[], find: (item: T) => string | null): string | null {
  for (const item of list) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
