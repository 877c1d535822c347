import { iamUserIn } from "../../identity/iam-user";
import type { Origin } from "./chain";
import type { OriginFact } from "./origin-fact";

/** Which user of IAM an origin is; null = none. */
export function iamUserOfOrigin(
  { nameFrom, name }: Pick<Origin, "nameFrom" | "name">,
  facts: readonly OriginFact[],
): string | null {
  const account = facts.find(({ fact, isClaimed }) => fact === "account" && !isClaimed)?.value;
  if (nameFrom !== "iam-user" || name === null || account === undefined) return null;
  return iamUserIn(account, name);
}
