/** One row of a scenario: words and `name=value` options. */
export interface ScenarioRow {
  readonly number: number;
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, string>;
}

/** Splits a picture into rows. `#` begins a comment; a value that holds blanks stands in double quotes. */
export function readRows(picture: string): ScenarioRow[] {
  const rows: ScenarioRow[] = [];
  for (const [i, line] of picture.split("\n").entries()) {
    const tokens = line.replace(/(^|\s)#.*$/, "").match(/(?:[^\s"]|"[^"]*")+/g) ?? [];
    if (tokens.length === 0) continue;
    const words: string[] = [];
    const options = new Map<string, string>();
    for (const token of tokens) {
      const option = /^([a-z]+)=(.*)$/.exec(token);
      if (option === null) words.push(token);
      else options.set(option[1] ?? "", (option[2] ?? "").replaceAll('"', ""));
    }
    rows.push({ number: i + 1, words, options });
  }
  return rows;
}
