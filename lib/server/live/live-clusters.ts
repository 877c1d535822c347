import type { Viewer } from "@/lib/ports/viewer";

/** Those that are asked about and may be seen; null = none. An empty list stands for all. */
export function liveClusters(asked: readonly string[], { clusters }: Viewer): readonly string[] | null {
  if (clusters === "all") return asked;
  const both = asked.length === 0 ? clusters : asked.filter((name) => clusters.includes(name));
  return both.length === 0 ? null : both;
}
