import { printMeaning } from "@/lib/domain/parse/pasted/meaning";
import { whatIsPasted } from "@/lib/domain/parse/pasted/what-is-pasted";

export const ARN = "arn:aws:sts::111122223333:assumed-role/Dev/alice@example.com";
export const ROLE = "arn:aws:iam::111122223333:role/Dev";
export const UID = "aws-iam-authenticator:111122223333:AROAEXAMPLEDEV";
export const EVENT = "3038ebd2-c98a-4c65-9b6e-e22506292313";

/** `as`, then a line a tier, the meanings of a tier side by side. */
export function tellPasted(text: string): string {
  const pasted = whatIsPasted(text);
  if (pasted.what !== "reading") return pasted.what;
  return lines(pasted.as, ...pasted.tiers.map((tier) => tier.map(printMeaning).join(" | ")));
}

export function lines(...parts: readonly string[]): string {
  return parts.join("\n");
}
