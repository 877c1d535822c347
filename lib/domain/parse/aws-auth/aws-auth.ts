import type { MappingEntry, TextPlace } from "../mappings/mapping-entry";

export const AWS_AUTH_LISTS = ["mapRoles", "mapUsers", "mapAccounts"] as const;
export type AwsAuthList = (typeof AWS_AUTH_LISTS)[number];

/** The ConfigMap aws-auth as the authenticator understands it. */
export interface AwsAuth {
  /** Those that are kept, roles before users, in their order. */
  readonly entries: readonly MappingEntry[];
  readonly accounts: readonly string[];
  readonly problems: readonly AwsAuthProblem[];
}

/** Something that the authenticator did not take as it is written. */
export interface AwsAuthProblem {
  readonly list: AwsAuthList;
  /** The authenticator's own words, but of YAML that cannot be read. */
  readonly message: string;
  readonly place: TextPlace | null;
  /** What is lost by it. */
  readonly loses: "list" | "entry" | "field";
}

/** What the authenticator prints of the problems, each list's first wrong type alone; null = nothing. */
export function printedError({ problems }: AwsAuth): string | null {
  const printed = problems.filter(
    (problem, i) => problem.loses !== "field" || isFirst(problem, problems.slice(0, i)),
  );
  return printed.length === 0
    ? null
    : `error parsing config map: [${printed.map(({ message }) => message).join(" ")}]`;
}

/** encoding/json keeps the first wrong type, and goes on. */
function isFirst({ list }: AwsAuthProblem, before: readonly AwsAuthProblem[]): boolean {
  return !before.some((one) => one.list === list && one.loses === "field");
}
