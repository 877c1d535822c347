import { type AnswerStep, answerStep } from "../../../explain/questions/answer-step";
import { whyLogSilent } from "../why-log-silent";
import type { WhyNotInFacts } from "./why-not-in-facts";
import { proofOf } from "./proof-of";

const TITLE = "Did a token of theirs reach the cluster?";

/** What fails on the client's side, or before STS names anybody, leaves no line with a name. */
export function tokenStep(facts: WhyNotInFacts): AnswerStep {
  const { here, granted, denied, nameless, cluster, range, sources } = facts;
  if (here !== null) {
    const total = granted.total + denied.total;
    const times = total === 1 ? "One did" : `${total} did`;
    const text = `${times}: ${granted.total} granted, ${denied.total} denied.`;
    return answerStep({ title: TITLE, state: "yes", text, proofs: [proofOf(here.attempt)] });
  }
  const silent = whyLogSilent(
    { kind: "authenticator-log", name: "authenticator log", cluster, range },
    sources,
  );
  const proofs = nameless.newest === null ? [] : [proofOf(nameless.newest)];
  const text = `${silent.length === 0 ? READ_WHOLE : ""}${namelessWords(nameless.total)}`.trim();
  return answerStep({
    ...{ title: TITLE, because: silent, proofs },
    state: silent.length === 0 && nameless.total === 0 ? "no" : "not-seen",
    ...(text === "" ? {} : { text }),
  });
}

const READ_WHOLE = "None that names them: the authenticator's log was read for all of this time. ";

function namelessWords(total: number): string {
  if (total === 0) return "What fails on the client's side leaves no log: the message on their screen tells.";
  const many = total === 1 ? "One token" : `${total} tokens`;
  return `${many} failed here before STS named anybody: any of them may be theirs.`;
}
