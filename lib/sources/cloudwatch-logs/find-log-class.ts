import { DescribeLogGroupsCommand, type LogGroupClass } from "@aws-sdk/client-cloudwatch-logs";
import { codeOf } from "../aws/to-source-problem";
import type { LogPlace } from "./log-place";

/** "unknown": the group may not be described; reading it tells. */
export type LogClass = LogGroupClass | "absent" | "unknown";

/** Which way a log group can be read. Its class is fixed when it is made (facts: AWS §2.6). Throws what AWS answers. */
export async function findLogClass(place: LogPlace, signal: AbortSignal): Promise<LogClass> {
  const command = new DescribeLogGroupsCommand({ logGroupNamePrefix: place.group });
  const ask = () => place.client.send(command, { abortSignal: signal });
  try {
    const answer = await place.budgetOf("logs:DescribeLogGroups").send(ask, { signal });
    // The names come in order, so that the very name comes first.
    const group = answer.logGroups?.find(({ logGroupName }) => logGroupName === place.group);
    return group === undefined ? "absent" : (group.logGroupClass ?? "STANDARD");
  } catch (error) {
    if (codeOf(error) === "forbidden") return "unknown";
    throw error;
  }
}
