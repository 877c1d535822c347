import type { Investigations } from "@/lib/ports/investigations";
import { NotAllowed } from "@/lib/ports/not-allowed";
import { hasRole, type Role, type Viewer } from "@/lib/ports/viewer";
import type { AccessRule, Answer, Asked, ClusterLookup, Question } from "./access-rule";
import { QUESTION_RULES } from "./question-rules";
import { redactForViewer } from "./redact-for-viewer";

type Ask<Q extends Question> = (viewer: Viewer, query: Asked<Q>, signal?: AbortSignal) => Promise<Answer<Q>>;

/**
 * The same questions, each for whom it is (facts: security §6): by role, over the clusters that may be seen, redacted
 * for viewers. Every question throws NotAllowed where the viewer may not ask it.
 */
export function guardInvestigations(open: Investigations, lookup: ClusterLookup): Investigations {
  const names = Object.keys(QUESTION_RULES) as Question[];
  const guarded: unknown = Object.fromEntries(names.map((name) => [name, guard(name, open, lookup)]));
  return guarded as Investigations;
}

function guard<Q extends Question>(name: Q, open: Investigations, lookup: ClusterLookup): Ask<Q> {
  const rule = QUESTION_RULES[name] as unknown as AccessRule<Q>;
  return async (viewer, query, signal) => {
    demandRole(viewer, rule.least);
    const { clusters } = viewer;
    const ask = (asked: Asked<Q>) => askOpen(name, open)(viewer, asked, signal);
    const other = <O extends Question>(question: O, asked: Asked<O>) =>
      askOpen(question, open)(viewer, asked, signal);
    const answer: unknown =
      clusters === "all" ? await ask(query) : await rule.scoped(query, { clusters, ask, other, lookup });
    return (viewer.role === "viewer" ? redactForViewer(answer) : answer) as Answer<Q>;
  };
}

function askOpen<Q extends Question>(name: Q, open: Investigations): Ask<Q> {
  return open[name].bind(open) as unknown as Ask<Q>;
}

function demandRole(viewer: Viewer, least: Role): void {
  if (viewer.role === null) throw new NotAllowed("sign-in", "You may not see anything here: sign in first.");
  if (!hasRole(viewer, least)) throw new NotAllowed(least, `This takes the role ${least}.`);
}
