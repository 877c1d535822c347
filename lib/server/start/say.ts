/** For people, in the terminal. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Ends everything with one line on what was wrong and what to do. */
export function fail(message: string): never {
  process.stderr.write(`gatebook: ${message}\n`);
  process.exit(1);
}
