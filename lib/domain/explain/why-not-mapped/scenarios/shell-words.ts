/** The words of a command as a POSIX shell has them, with single quotes and backslashes. */
export function shellWords(command: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  for (let at = 0; at < command.length; at++) {
    const char = command[at];
    if (char === " ") {
      if (word !== null) words.push(word);
      word = null;
    } else if (char === "'") {
      const end = command.indexOf("'", at + 1);
      word = (word ?? "") + command.slice(at + 1, end);
      at = end;
    } else if (char === "\\") word = (word ?? "") + command[++at];
    else word = (word ?? "") + char;
  }
  return word === null ? words : [...words, word];
}

/** `--name value …` of a command, each with all its values. */
export function optionsOf(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const options = new Map<string, string[]>();
  let own: string[] = [];
  for (const word of words) {
    if (word.startsWith("--")) {
      own = options.get(word.slice(2)) ?? [];
      options.set(word.slice(2), own);
    } else own.push(word);
  }
  return options;
}
