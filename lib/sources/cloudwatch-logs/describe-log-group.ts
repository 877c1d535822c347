import { DescribeLogGroupsCommand, type LogGroupClass } from "@aws-sdk/client-cloudwatch-logs";
import type { SourceKept } from "@/lib/domain/summarize/coverage/coverage-report";
import { codeOf } from "../aws/to-source-problem";
import type { LogPlace } from "./log-place";

/** "unknown": the group may not be described; reading it tells. */
export type LogClass = LogGroupClass | "absent" | "unknown";

export interface LogGroupFacts {
  readonly logClass: LogClass;
  /** By the group's retention; null = that is not known. */
  readonly kept: SourceKept | null;
}

/**
 * Which way a log group can be read, which is fixed when it is made (facts: AWS §2.6), and how long it keeps its lines.
 * Throws what AWS answers.
 */
export async function describeLogGroup(place: LogPlace, signal: AbortSignal): Promise<LogGroupFacts> {
  const command = new DescribeLogGroupsCommand({ logGroupNamePrefix: place.group });
  const ask = () => place.client.send(command, { abortSignal: signal });
  try {
    const answer = await place.budgetOf("logs:DescribeLogGroups").send(ask, { signal });
    // The names come in order, so that the very name comes first.
    const group = answer.logGroups?.find(({ logGroupName }) => logGroupName === place.group);
    if (group === undefined) return { logClass: "absent", kept: null };
    const { logGroupClass = "STANDARD", retentionInDays = null } = group;
    return { logClass: logGroupClass, kept: { days: retentionInDays } };
  } catch (error) {
    if (codeOf(error) === "forbidden") return { logClass: "unknown", kept: null };
    throw error;
  }
}
