import { createRedactor } from "@/lib/domain/redact/redactor";
import type { SavedView } from "@/lib/domain/summarize/saved-view";
import type { Viewer } from "@/lib/ports/viewer";
import { parseAttemptQuery } from "@/lib/search-params/attempts/parse-attempt-query";

/** Who looks, and which clusters there are that he may not see. */
export interface Sight {
  readonly viewer: Viewer;
  readonly hidden: readonly string[];
  readonly nowMs: number;
}

/**
 * Whether somebody may know of a saved view: neither its name nor its filters may name a cluster that he may not see, and
 * for the role viewer nothing that is masked (facts: security §6). What is not sure is not shown.
 */
export function maySeeView({ name, query }: SavedView, { viewer, hidden, nowMs }: Sight): boolean {
  const text = `${name} ${[...new URLSearchParams(query).values()].join(" ")}`;
  if (viewer.role === "viewer" && createRedactor("R1").text(text) !== text) return false;
  if (viewer.clusters === "all") return true;
  const words = new Set(text.toLowerCase().split(/[^\p{L}\p{N}_-]+/u));
  if (hidden.some((cluster) => isNamed(cluster, text, words))) return false;
  return asksOnly(query, viewer.clusters, nowMs);
}

/** Names with blanks or brackets are no one word. */
function isNamed(cluster: string, text: string, words: ReadonlySet<string>): boolean {
  const name = cluster.toLowerCase();
  return /^[\p{L}\p{N}_-]+$/u.test(name) ? words.has(name) : text.toLowerCase().includes(name);
}

/** Also clusters that are not there any more are none of his. */
function asksOnly(query: string, seen: readonly string[], nowMs: number): boolean {
  const read = parseAttemptQuery(new URLSearchParams(query), nowMs, []);
  return read.ok && read.filter.cluster.every((name) => seen.includes(name));
}
