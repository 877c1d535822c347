import { type AnswerStep, answerStep } from "../../../explain/questions/answer-step";
import { toRemedyValues } from "../../../explain/remedies/principal-at-cluster";
import type { WhyNotInFacts } from "./why-not-in-facts";
import { proofOf } from "./proof-of";

const TITLE = "Is their kubeconfig for this cluster?";

/**
 * A token is signed for one cluster's name (`x-k8s-aws-id`), so one that STS vouched for shows that the client was set up
 * for it. `aws eks update-kubeconfig` calls DescribeCluster, which is read by nobody here.
 */
export function clientStep({ here, cluster, range, sources }: WhyNotInFacts): AnswerStep {
  if (here !== null && here.attempt.caller !== null) {
    const text = "A token signed for this cluster's name arrived: the client is set up for it.";
    return answerStep({ title: TITLE, state: "yes", text, proofs: [proofOf(here.attempt)] });
  }
  const region = sources.find((source) => source.cluster === cluster && source.region !== "")?.region ?? null;
  const values = toRemedyValues({ cluster, region, principalArn: null, isPathKnown: false });
  const start = new Date(range.from).toISOString().slice(0, 19);
  return answerStep({
    title: TITLE,
    state: "not-seen",
    because: [
      "Gatebook does not read DescribeCluster, which update-kubeconfig calls; CloudTrail has it, with who called it.",
    ],
    commands: [
      `aws cloudtrail lookup-events --region ${values.region} --lookup-attributes AttributeKey=EventName,AttributeValue=DescribeCluster --start-time ${start}Z`,
      `aws eks update-kubeconfig --name ${values.cluster} --region ${values.region}`,
    ],
  });
}
