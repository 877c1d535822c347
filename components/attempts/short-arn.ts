const ARN = /^arn:[a-z-]+:(?:iam|sts)::(\d{12}):(?:assumed-role\/)?(.+)$/s;

/** An IAM or STS ARN without its alike beginning: `…3333:admin/alice`. Any other text as it is. */
export function shortenArn(text: string): string {
  const match = ARN.exec(text);
  return match === null ? text : `…${match[1]?.slice(-4)}:${match[2]}`;
}
