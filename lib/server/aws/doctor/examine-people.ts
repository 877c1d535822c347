import { LookupEventsCommand } from "@aws-sdk/client-cloudtrail";
import { DescribeUserCommand } from "@aws-sdk/client-identitystore";
import { type PlacedUser, placedUserOf } from "@/lib/domain/correlate/chain/user-place";
import { readCloudTrailRecord } from "@/lib/domain/parse/cloudtrail-event";
import { DAY_MS } from "@/lib/domain/time/durations";
import type { Clock } from "@/lib/ports/clock";
import type { AwsClients } from "../aws-clients";
import { type Finding, well } from "../../doctor/finding";
import { type Patient, sendPatiently, tryAction } from "./try-action";

const ACTION = "identitystore:DescribeUser";
const MOST_EVENTS = 50;
/** People sign in on most days. */
const LOOK_BACK_MS = 3 * DAY_MS;

/** An account that answers, in one Region. */
interface Place {
  readonly patient: Patient;
  readonly clients: AwsClients;
  readonly accountId: string;
  readonly region: string;
  readonly clock: Clock;
}

/**
 * Whether Identity Center may be asked who people are, where events of its portal name somebody to ask about. Nothing else
 * needs it, so that it may be missing; without such events there is nothing to find.
 */
export async function examinePeople(place: Place): Promise<Finding[]> {
  const { patient, clients, accountId, region } = place;
  const user = await findUser(place);
  if (user === null) return [];
  const { storeId, userId } = user;
  const home = user.region ?? region;
  const subject = `${accountId} ${home} ${storeId}`;
  const { finding, code } = await tryAction(patient, {
    action: ACTION,
    region: home,
    subject,
    what: `users of identity store ${storeId}`,
    send: () =>
      clients.identityStore(home).send(new DescribeUserCommand({ IdentityStoreId: storeId, UserId: userId })),
  });
  // Whoever left is not found, and to be told so it takes the permission.
  if (code === "not-found") return [well("permission", subject, "allowed", { permission: ACTION })];
  if (code !== "forbidden") return [finding];
  const { permission, missing } = finding;
  return [well("permission", subject, NOT_NEEDED, { permission, missing })];
}

const NOT_NEEDED =
  "not allowed, and not needed: people whose events carry no name are shown by their ids, or as a directory file names them";

async function findUser({ clients, region, clock }: Place): Promise<PlacedUser | null> {
  const LookupAttributes = [{ AttributeKey: "EventSource" as const, AttributeValue: "sso.amazonaws.com" }];
  const [StartTime, EndTime] = [clock.now() - LOOK_BACK_MS, clock.now()].map((ms) => new Date(ms));
  const asked = { LookupAttributes, StartTime, EndTime, MaxResults: MOST_EVENTS };
  const command = new LookupEventsCommand(asked);
  // That the event history may be asked is another finding.
  const { Events = [] } = await sendPatiently(() => clients.trail(region).send(command)).catch(() => ({
    Events: [],
  }));
  for (const { CloudTrailEvent = "" } of Events) {
    const reading = readCloudTrailRecord(CloudTrailEvent);
    const user = reading.ok ? placedUserOf(reading.record) : null;
    if (user !== null) return user;
  }
  return null;
}
