export interface MetricFamily {
  readonly type: string;
  readonly help: string;
  readonly samples: readonly { readonly name: string; readonly labels: string; readonly value: number }[];
}

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/;
/** As Go reads a float: the spelling of NaN and Inf plays no part. */
const VALUE = /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?|nan|[+-]?inf)$/i;
const LABELS = /^(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"(?:,|$))*$/;

/** Reads Prometheus' text format as strictly as promtool does; throws with the line that is wrong. */
export function readExposition(text: string): Map<string, MetricFamily> {
  const families = new Map<
    string,
    { help: string; type: string; samples: MetricFamily["samples"][number][] }
  >();
  let current = "";
  if (!text.endsWith("\n")) throw new Error("the text does not end with a line feed");
  for (const line of text.split("\n").filter((one) => one !== "")) {
    const [hash, keyword, name = "", ...rest] = line.split(" ");
    if (hash === "#" && keyword === "HELP") {
      if (families.has(name) || !NAME.test(name) || rest.length === 0) throw new Error(`bad HELP: ${line}`);
      families.set(name, { help: rest.join(" "), type: "", samples: [] });
      current = name;
    } else if (hash === "#" && keyword === "TYPE") {
      const family = families.get(name);
      if (family === undefined || name !== current || family.type !== "")
        throw new Error(`bad TYPE: ${line}`);
      family.type = rest.join(" ");
    } else addSample(families.get(current), current, line);
  }
  return families;
}

function addSample(family: { type: string; samples: unknown[] } | undefined, current: string, line: string) {
  const [, name = "", labels = "", value = ""] = SAMPLE.exec(line) ?? [];
  const suffix = name.slice(current.length);
  const suffixes = family?.type === "histogram" ? ["_bucket", "_sum", "_count"] : [""];
  const isOfFamily = name.startsWith(current) && (family?.type === "summary" || suffixes.includes(suffix));
  if (family === undefined || !isOfFamily || !LABELS.test(labels)) throw new Error(`bad sample: ${line}`);
  if (!VALUE.test(value)) throw new Error(`bad value: ${line}`);
  family.samples.push({ name, labels, value: Number(value) });
}

/** The sum of a metric's samples whose labels hold all of the texts; null when there is none. */
export function sumOf(
  families: ReadonlyMap<string, MetricFamily>,
  name: string,
  ...has: string[]
): number | null {
  const all = [...families.values()].flatMap(({ samples }) => samples);
  const found = all.filter((one) => one.name === name && has.every((text) => one.labels.includes(text)));
  return found.length === 0 ? null : found.reduce((sum, { value }) => sum + value, 0);
}
