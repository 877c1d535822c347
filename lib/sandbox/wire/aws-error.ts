/** An error as AWS names it; each protocol writes it in its own shape. */
export class AwsError extends Error {
  readonly status: number;
  /** Beside its message, where the protocol is JSON. */
  readonly members: Readonly<Record<string, string>>;
  constructor(name: string, message: string, status = 400, members: AwsError["members"] = {}) {
    super(message);
    this.members = members;
    this.name = name;
    this.status = status;
  }
}
