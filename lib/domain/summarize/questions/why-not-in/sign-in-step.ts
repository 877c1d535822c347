import type { HopKind } from "../../../correlate/chain/hop-kind";
import { describeHop } from "../../../explain/describe-hop";
import { type AnswerStep, answerStep } from "../../../explain/questions/answer-step";
import { formatMoment } from "../../../time/format-time";
import type { AttemptDetail } from "../../attempts/attempt-detail";
import { proofOf } from "./proof-of";

const TITLE = "Did they sign in?";

const SIGN_INS: ReadonlySet<HopKind> = new Set<HopKind>([
  "user-authentication",
  "create-token",
  "console-login",
  "signin-token",
  "oauth-token",
  "federate",
  "get-role-credentials",
  "assume-role-with-saml",
  "assume-role-with-web-identity",
  "roles-anywhere",
]);

/** By the chain of the newest attempt: CloudTrail's events are found from the credentials that reached a cluster. */
export function signInStep(detail: AttemptDetail | null): AnswerStep {
  if (detail === null) return answerStep({ title: TITLE, state: "not-seen", because: [NO_TOKEN, LATE] });
  const { attempt, chain } = detail;
  const signIn = chain.hops.find(({ kind }) => SIGN_INS.has(kind));
  if (signIn !== undefined) {
    const from = signIn.sourceIp === null ? "" : `, from ${signIn.sourceIp}`;
    const did = signIn.kind === "assume-role-with-saml" ? VOUCHED : `They ${describeHop(signIn)}`;
    const text = `${did} at ${formatMoment(signIn.timeMs)} UTC${from}.`;
    return answerStep({ title: TITLE, state: "yes", text, proofs: [proofOf(attempt)] });
  }
  if (chain.missing !== null)
    return answerStep({
      title: TITLE,
      state: "not-seen",
      because: chain.missing.why,
      proofs: [proofOf(attempt)],
    });
  return answerStep({ title: TITLE, state: "yes", text: NONE_NEEDED, proofs: [proofOf(attempt)] });
}

const VOUCHED = "Their identity provider vouched for them";
const NONE_NEEDED = "None was needed: what stands at the start of the credentials does not sign in.";
const NO_TOKEN =
  "Sign-ins are found from the credentials that reach a cluster, and none of theirs did in this time.";
/** Source: CloudTrail User Guide, "How CloudTrail works": events are delivered within minutes, on average 5. */
const LATE = "CloudTrail's newest quarter of an hour may still be on its way.";
