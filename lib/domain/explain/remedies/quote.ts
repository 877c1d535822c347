/** Line ends and other characters that steer: no command and no file of ours takes them. */
const CONTROL = /\p{Cc}|\p{Zl}|\p{Zp}|\p{Cf}|\p{Cs}/u;

/** What a command line takes for an option, and the AWS CLI for a list, or for a file or address to be read. */
const SPECIAL = /^(?:-|\[|(?:fileb?|https?):\/\/)/;

/** Whether a value of somebody's configuration may stand in what people copy. */
export function isCopyable(text: string): boolean {
  return text.length <= 256 && !CONTROL.test(text) && !SPECIAL.test(text);
}

/** One word of a POSIX shell, whatever it holds. */
export function quoteShell(text: string): string {
  return /^[\w:./@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A string of YAML, quoted where it would be no string, or another one, otherwise. */
export function quoteYaml(text: string): string {
  const isPlain = /^[A-Za-z][\w./:@+=-]*$/.test(text) && !text.endsWith(":");
  return isPlain && !NO_STRINGS.has(text.toLowerCase()) ? text : JSON.stringify(text);
}

/** What YAML 1.1 takes for a truth value or nothing. */
const NO_STRINGS: ReadonlySet<string> = new Set([
  "y",
  "n",
  "yes",
  "no",
  "on",
  "off",
  "true",
  "false",
  "null",
]);

/** A string of Terraform, in which neither `${` nor `%{` opens an expression. */
export function quoteTerraform(text: string): string {
  return JSON.stringify(text).replaceAll(/[$%](?=\{)/g, (sign) => sign + sign);
}
