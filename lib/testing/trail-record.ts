import { type HopEvent, toHopEvent } from "@/lib/domain/correlate/chain/hop-event";
import { readCloudTrailRecord } from "@/lib/domain/parse/cloudtrail-event";

/** The account of the examples. */
export const ACCOUNT = "111122223333";

interface TrailRecord {
  readonly id: string;
  /** `sts.amazonaws.com/AssumeRole`. */
  readonly event: string;
  readonly at: string;
  readonly identity: Readonly<Record<string, unknown>>;
  readonly account?: string;
  readonly region?: string;
  /** `requestParameters`. */
  readonly request?: Readonly<Record<string, unknown>> | null;
  /** `responseElements`. */
  readonly response?: Readonly<Record<string, unknown>> | null;
  /** Other fields of the record. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** A CloudTrail record as AWS writes it. */
export function printTrailRecord(record: TrailRecord): string {
  const [source, name] = record.event.split("/");
  return JSON.stringify({
    eventVersion: "1.11",
    userIdentity: record.identity,
    eventTime: record.at,
    eventSource: source,
    eventName: name,
    awsRegion: record.region ?? "eu-west-1",
    sourceIPAddress: "192.0.2.7",
    userAgent: "aws-cli/2.31.0",
    requestParameters: record.request ?? null,
    responseElements: record.response ?? null,
    eventID: record.id,
    recipientAccountId: record.account ?? ACCOUNT,
    ...record.more,
  });
}

/** The same, read as an event of a chain. Throws when it is none. */
export function hopEvent(record: TrailRecord): HopEvent {
  const reading = readCloudTrailRecord(printTrailRecord(record));
  const stream = `${record.account ?? ACCOUNT}/${record.region ?? "eu-west-1"}`;
  const event = reading.ok ? toHopEvent(reading.record, { recordId: `record-${record.id}`, stream }) : null;
  if (event === null) throw new Error(`${record.id} is no event of a chain`);
  return event;
}

/** Unique id of a role of the examples. */
function roleId(role: string): string {
  return `AROAEXAMPLE${role.toUpperCase()}`;
}

/** `userIdentity` of a role's session, created when it was issued. */
export function roleIdentity(
  role: string,
  session: string,
  of: { key?: string; created?: string; account?: string; path?: string },
) {
  const account = of.account ?? ACCOUNT;
  return {
    type: "AssumedRole",
    principalId: `${roleId(role)}:${session}`,
    arn: `arn:aws:sts::${account}:assumed-role/${role}/${session}`,
    accountId: account,
    ...(of.key !== undefined && { accessKeyId: of.key }),
    sessionContext: {
      sessionIssuer: {
        type: "Role",
        principalId: roleId(role),
        arn: `arn:aws:iam::${account}:role${of.path ?? "/"}${role}`,
        accountId: account,
        userName: role,
      },
      ...(of.created !== undefined && {
        attributes: { creationDate: of.created, mfaAuthenticated: "false" },
      }),
    },
  };
}

/** `responseElements` of a call that gave out a role's session. */
export function roleIssued(role: string, session: string, key: string, account = ACCOUNT) {
  return {
    credentials: { accessKeyId: key, expiration: "Nov 18, 2026, 1:00:00 PM" },
    assumedRoleUser: {
      assumedRoleId: `${roleId(role)}:${session}`,
      arn: `arn:aws:sts::${account}:assumed-role/${role}/${session}`,
    },
  };
}
