/** One line of a spread-out record. */
export interface PrettyLine {
  readonly indent: string;
  readonly text: string;
  /** Its number, from 0. */
  readonly at: number;
}

/** JSON with a line per value; text that is no JSON comes as it is, line by line. */
export function toPrettyLines(json: string): PrettyLine[] {
  return spread(json)
    .split("\n")
    .map((line, at) => {
      const text = line.trimStart();
      return { indent: line.slice(0, line.length - text.length), text, at };
    });
}

function spread(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
