import { nearestWords } from "../../identity/nearest-word";

const MOST = 5;

/** The clusters that may have been meant, the nearest first; all, where none is near and there are few. */
export function likelyClusters(name: string, clusters: readonly string[]): string[] {
  const part = name.toLowerCase();
  const longer = clusters.filter((cluster) => part !== "" && cluster.toLowerCase().includes(part));
  const near = [...new Set([...nearestWords(name, clusters), ...longer])];
  return (near.length > 0 ? near : clusters).slice(0, MOST);
}

/** One sentence without the name that was asked for: that may be anything. */
export function unknownClusterMessage(name: string, clusters: readonly string[]): string {
  const likely = likelyClusters(name, clusters);
  return `There is no such cluster.${likely.length === 0 ? " None is read." : ` Those that are read: ${likely.join(", ")}.`}`;
}
