import { collectIncident } from "./collect-incident";
import { questionsToShare } from "./ask-question";
import { collectAttempt } from "./collect-attempt";
import { collectSelection } from "./collect-selection";
import type { CollectedView, Collecting } from "./collecting";

const LONGEST_VIEW = 8_192;

/**
 * What stands at a view's address, as the viewer sees it; null = nothing that can be shared stands there. Nobody shares
 * what he may not see: all is asked for in his name.
 */
export async function collectEvidence(
  asked: Omit<Collecting, "params">,
  view: string,
): Promise<CollectedView | null> {
  const read = readView(view);
  if (read === null) return null;
  const collecting = { ...asked, params: read.params };
  const [, area, name, ...more] = read.path;
  if (more.length > 0) return null;
  if (area === "attempts")
    return name ? await collectAttempt(collecting, name) : await collectSelection(collecting);
  if (!name) return null;
  if (area === "incidents") return await collectIncident(collecting, name);
  if (area === "questions") return await collectAnswer(collecting, name);
  return area === "clusters" ? await collectCluster(collecting, name) : null;
}

function readView(view: string): { readonly path: string[]; readonly params: URLSearchParams } | null {
  if (!/^\/[a-z]/.test(view) || view.length > LONGEST_VIEW || view.includes("\\")) return null;
  try {
    const { pathname, searchParams } = new URL(view, "http://gatebook.invalid");
    return { path: pathname.split("/").map(decodeURIComponent), params: searchParams };
  } catch {
    return null;
  }
}

async function collectAnswer(asked: Collecting, slug: string): Promise<CollectedView | null> {
  const question = questionsToShare.get(slug);
  const answered = await question?.ask(asked);
  if (question === undefined || !answered) return null;
  const { query, answer } = answered;
  const cluster = "cluster" in query && typeof query.cluster === "string" ? query.cluster : null;
  const content = { asked: query, answer };
  return {
    clusters: cluster === null ? await clustersOf(asked) : [cluster],
    evidence: { kind: "report", title: question.title, content, records: [] },
  };
}

/** Of all clusters that the viewer sees, something may be in it. */
async function clustersOf({ investigations, viewer }: Collecting): Promise<readonly string[]> {
  if (viewer.clusters !== "all") return viewer.clusters;
  const { clusters } = await investigations.reportCoverage(viewer, {});
  return clusters;
}

async function collectCluster(asked: Collecting, name: string): Promise<CollectedView | null> {
  const { investigations, viewer } = asked;
  const report = await investigations.reportCluster(viewer, { name });
  if (report === null) return null;
  const configuration = await investigations.reportConfiguration(viewer, { cluster: name });
  const content = { report, configuration };
  return { clusters: [name], evidence: { kind: "report", title: `Cluster ${name}`, content, records: [] } };
}
