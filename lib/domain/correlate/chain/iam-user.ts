import type { Origin } from "./chain";
import type { OriginFact } from "./origin-fact";

/** `111122223333/alice`: IAM's users have no name twice in an account, whatever their path; null = it is no IAM user. */
export function iamUserOfOrigin(
  { nameFrom, name }: Pick<Origin, "nameFrom" | "name">,
  facts: readonly OriginFact[],
): string | null {
  const account = facts.find(({ fact, isClaimed }) => fact === "account" && !isClaimed)?.value;
  return nameFrom !== "iam-user" || name === null || account === undefined ? null : `${account}/${name}`;
}
