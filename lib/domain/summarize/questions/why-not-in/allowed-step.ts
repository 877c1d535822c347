import { type AnswerStep, answerStep } from "../../../explain/questions/answer-step";
import { describeRequest } from "../../../explain/request-words";
import type { ReachSummary } from "../../../explain/reach/list-reach";
import { whyLogSilent } from "../why-log-silent";
import type { WhyNotInFacts } from "./why-not-in-facts";

const TITLE = "May they do what they try?";

/** Being let in is not yet being allowed anything: RBAC and access policies decide on each request. */
export function allowedStep(facts: WhyNotInFacts): AnswerStep {
  const { here, refused, cluster, range, sources } = facts;
  if (here?.attempt.decision !== "granted") return answerStep({ title: TITLE, state: "not-reached" });
  const because = whyLogSilent({ kind: "request-log", name: "audit log", cluster, range }, sources);
  const [newest] = refused.rows;
  if (newest !== undefined) {
    const many = refused.total === 1 ? "One request was" : `${refused.total} requests were`;
    return answerStep({
      title: TITLE,
      state: "no",
      text: `${many} refused with 403; at last somebody of that username ${describeRequest(newest)}.`,
      because,
      proofs: refused.rows.map(({ id, timeMs }) => ({ kind: "request", id, timeMs })),
    });
  }
  if (mayNothing(facts)) return answerStep({ title: TITLE, state: "no", text: NOTHING, because });
  const none = "No request of that username was refused in this time.";
  return answerStep({ title: TITLE, state: because.length === 0 ? "yes" : "not-seen", text: none, because });
}

const NOTHING =
  "They come in, and may do nothing: no role, binding or access policy gives that identity anything.";

function mayNothing({ now }: WhyNotInFacts): boolean {
  const [first] = now.answers;
  return first?.reach != null && isEmpty(first.reach);
}

function isEmpty({ isMaster, everywhere, inNamespaces, unknown }: ReachSummary): boolean {
  return !isMaster && everywhere.length === 0 && inNamespaces.length === 0 && unknown.length === 0;
}
