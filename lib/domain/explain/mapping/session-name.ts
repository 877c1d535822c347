/** As `{{SessionName}}` has it: each `@` becomes `-` (aws-iam-authenticator, renderTemplate). */
export function dashed(sessionName: string): string {
  return sessionName.replaceAll("@", "-");
}

/** The sessions that the authenticator takes for instances. Its `\w` admits more than EC2's ids. */
const INSTANCE = /^i-(?:\w{8}|\w{17})$/;

export function isInstanceSession(sessionName: string): boolean {
  return INSTANCE.test(sessionName);
}
