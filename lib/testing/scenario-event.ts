import { principalId, type ScenarioPerson, stsArn } from "./scenario-person";
import type { ScenarioRow } from "./scenario-rows";

/**
 * The GetCallerIdentity record of a row, as JSON. Options: `id`, `region`, `agent`, `key=none`, and `precision=s` for
 * records of before additionalEventData, whose time is known to the second only (facts: AWS §4.1).
 */
export function printCallerIdentity(row: ScenarioRow, timeMs: number, person: ScenarioPerson): string {
  const region = row.options.get("region") ?? "eu-west-1";
  const key = row.options.get("key") ?? person.accessKeyId;
  const inSeconds = row.options.get("precision") === "s";
  return JSON.stringify({
    eventVersion: inSeconds ? "1.05" : "1.11",
    userIdentity: {
      type: { role: "AssumedRole", user: "IAMUser", root: "Root", federated: "FederatedUser" }[person.kind],
      principalId: principalId(person),
      arn: stsArn(person),
      accountId: person.accountId,
      ...(key === "none" ? {} : { accessKeyId: key }),
      ...(person.kind === "user" ? { userName: person.name } : {}),
    },
    eventTime: `${new Date(timeMs).toISOString().slice(0, 19)}Z`,
    eventSource: "sts.amazonaws.com",
    eventName: "GetCallerIdentity",
    awsRegion: region,
    sourceIPAddress: "203.0.113.9",
    userAgent: row.options.get("agent") ?? "Go-http-client/1.1",
    requestParameters: null,
    responseElements: null,
    ...(inSeconds
      ? {}
      : { additionalEventData: { ExtendedRequestId: btoa(`1:${region}:S:${timeMs}:R:abcdefgh`) } }),
    requestID: `request-${row.number}`,
    eventID: row.options.get("id") ?? `event-${row.number}`,
    readOnly: true,
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: person.accountId,
    eventCategory: "Management",
  });
}
