/**
 * Joins texts in Prometheus' format into one: a metric that several processes have (told apart by a label) is described
 * once, with the samples of all behind it, as the format asks.
 */
export function mergeExpositions(texts: readonly string[]): string {
  const families = new Map<string, { head: string[]; samples: string[] }>();
  for (const block of texts.flatMap((text) => text.split(/^(?=# HELP )/m))) {
    const lines = block.split("\n").filter((line) => line !== "");
    const name = lines[0]?.split(" ")[2];
    if (name === undefined) continue;
    const head = lines.filter((line) => line.startsWith("#"));
    const family = families.get(name) ?? { head, samples: [] };
    family.samples.push(...lines.filter((line) => !line.startsWith("#")));
    families.set(name, family);
  }
  const blocks = [...families.values()].map(({ head, samples }) => [...head, ...samples].join("\n"));
  return `${blocks.join("\n\n")}\n`;
}
