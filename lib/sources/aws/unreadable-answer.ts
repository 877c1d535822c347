/** HTTP 200 with what AWS never sends: nothing, or the page of a proxy or of a network that wants people to sign in. */
export class ForeignAnswerError extends Error {
  readonly $metadata = { httpStatusCode: 200 };
  constructor(contentType: string) {
    super(`an answer of type ${contentType.slice(0, 60)}`);
    this.name = "ForeignAnswerError";
  }
}

/**
 * Whether an answer with a status of success could not be read: HTML, or half of what it should be. That is a fault on the
 * way, not AWS's answer (facts: stack §9).
 */
export function isUnreadableAnswer(error: unknown): boolean {
  const status = statusOf(error);
  return status >= 200 && status < 300;
}

/** 0 = there was no answer. */
export function statusOf(error: unknown): number {
  const { $metadata } = (error ?? {}) as { $metadata?: { readonly httpStatusCode?: number } };
  return $metadata?.httpStatusCode ?? 0;
}
