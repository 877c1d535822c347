/** `arn:partition:service:region:account:resource`, taken apart and not judged. */
export interface ParsedArn {
  readonly ok: true;
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly accountId: string;
  readonly resource: string;
}

export interface ArnProblem {
  readonly ok: false;
  /** In the words of the AWS SDK for Go, which the authenticator prints. */
  readonly error: string;
}

/** Splits an ARN at its first five colons; the resource keeps all later ones. Nothing is trimmed. */
export function parseArn(text: string): ParsedArn | ArnProblem {
  if (!text.startsWith("arn:")) return { ok: false, error: "arn: invalid prefix" };
  const sections: string[] = [];
  let from = 4;
  while (sections.length < 4) {
    const colon = text.indexOf(":", from);
    if (colon < 0) return { ok: false, error: "arn: not enough sections" };
    sections.push(text.slice(from, colon));
    from = colon + 1;
  }
  const [partition = "", service = "", region = "", accountId = ""] = sections;
  return { ok: true, partition, service, region, accountId, resource: text.slice(from) };
}
