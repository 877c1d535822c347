import {
  DescribeLogGroupsCommand,
  FilterLogEventsCommand,
  type LogGroup,
} from "@aws-sdk/client-cloudwatch-logs";
import { type Finding, well } from "../../doctor/finding";
import { type LogGroupPlace, queryLogGroup } from "./query-log-group";
import { tryAction } from "./try-action";

/** Of which class is the group, how long does it keep its lines, and can it be read as that class is read? */
export async function examineLogGroup(place: LogGroupPlace): Promise<Finding[]> {
  const { patient, logs, region, subject, group, what } = place;
  const described = await tryAction(patient, {
    action: "logs:DescribeLogGroups",
    region,
    subject,
    what: `the class of ${group}`,
    send: () => logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: group, limit: 1 })),
  });
  const found = described.value?.logGroups?.find(({ logGroupName }) => logGroupName === group);
  const known = [described.finding, ...(found === undefined ? [] : [describeGroup(subject, found)])];
  if (found?.logGroupClass === "INFREQUENT_ACCESS") return [...known, ...(await queryLogGroup(place))];
  const read = await tryAction(patient, {
    action: "logs:FilterLogEvents",
    region,
    subject,
    what,
    on: group,
    send: () => logs.send(new FilterLogEventsCommand({ logGroupName: group, limit: 1 })),
  });
  // Where the class may not be asked for, the refusal tells it.
  if (read.code === "unsupported-log-class") return [...known, ...(await queryLogGroup(place))];
  return [...known, read.finding];
}

/** Both classes can be read; the one of Infrequent Access costs by the query. */
function describeGroup(subject: string, { logGroupClass, retentionInDays }: LogGroup): Finding {
  const kept = retentionInDays === undefined ? "without end" : `for ${retentionInDays} days`;
  return well("log-class", subject, `log group of class ${logGroupClass ?? "STANDARD"}, kept ${kept}`);
}
