/** What the authenticator knows of a caller when it looks for a mapping. */
export interface MappedCaller {
  /** As STS printed it. */
  readonly arn: string;
  readonly canonicalArn: string;
  readonly accountId: string;
  /** AROA… or AIDA…, without session. */
  readonly userId: string;
  /** "" for users. */
  readonly sessionName: string;
  readonly accessKeyId: string;
}
