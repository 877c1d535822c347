import { describeHop } from "../../../explain/describe-hop";
import { type AnswerStep, answerStep } from "../../../explain/questions/answer-step";
import { isCopyable, quoteShell } from "../../../explain/remedies/quote";
import { formatMoment } from "../../../time/format-time";
import type { WhyNotInFacts } from "./why-not-in-facts";
import { proofOf } from "./proof-of";

const TITLE = "Did they get credentials?";

/** STS vouches for none but those who have some. */
export function credentialsStep({ here, elsewhere, who, range }: WhyNotInFacts): AnswerStep {
  const detail = here ?? elsewhere;
  if (detail === null) {
    return answerStep({
      title: TITLE,
      state: "not-seen",
      because: ["They are found from the tokens that reach a cluster, and none of theirs did in this time."],
      commands: isCopyable(who) ? [lookUp(who, range.from)] : [],
    });
  }
  const { attempt, chain } = detail;
  const last = chain.hops.at(-1);
  const key = attempt.caller?.accessKeyId ?? null;
  const text =
    last === undefined
      ? `STS vouched for ${key ?? "their credentials"}.`
      : `They ${describeHop(last)} at ${formatMoment(last.timeMs)} UTC${key === null ? "" : `, key ${key}`}.`;
  const because = chain.missing === null ? [] : [`of how they came by them: ${chain.missing.why.join(" ")}`];
  return answerStep({ title: TITLE, state: "yes", text, because, proofs: [proofOf(attempt)] });
}

/** CloudTrail names a user, or the session of a role, as the user name. */
function lookUp(who: string, fromMs: number): string {
  const name = who.slice(who.lastIndexOf("/") + 1);
  const start = new Date(fromMs).toISOString().slice(0, 19);
  return `aws cloudtrail lookup-events --lookup-attributes AttributeKey=Username,AttributeValue=${quoteShell(name)} --start-time ${start}Z`;
}
