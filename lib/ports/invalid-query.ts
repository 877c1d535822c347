/** A question that cannot be answered as asked. */
export class InvalidQuery extends Error {
  readonly parameter: string;
  constructor(parameter: string, message: string) {
    super(message);
    this.name = "InvalidQuery";
    this.parameter = parameter;
  }
}
