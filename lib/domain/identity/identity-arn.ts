import { type ArnProblem, type ParsedArn, parseArn } from "./arn";

/** Those of authenticator v0.7.7 and later; the last came with it. */
const PARTITIONS: ReadonlySet<string> = new Set([
  "aws",
  "aws-cn",
  "aws-us-gov",
  "aws-iso",
  "aws-iso-b",
  "aws-iso-e",
  "aws-iso-f",
  "aws-eusc",
]);

/** An ARN in a partition the authenticator knows, or the error it prints (facts: authenticator §3). */
export function readIdentityArn(text: string): ParsedArn | ArnProblem {
  const arn = parseArn(text);
  if (!arn.ok) return { ok: false, error: `arn '${text}' is invalid: '${arn.error}'` };
  if (PARTITIONS.has(arn.partition)) return arn;
  return { ok: false, error: `arn '${text}' does not have a recognized partition` };
}
