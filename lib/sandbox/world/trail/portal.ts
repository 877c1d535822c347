import { SECOND } from "../calendar";
import { createChance } from "../chance";
import type { Person } from "../organisation/people";
import type { Role } from "../organisation/roles";
import type { JsonObject } from "../sessions/session";
import type { WorldEvent } from "../world-day";
import { PORTAL_REGION } from "./federated-sign-in";
import { isOldPortal, portalUser } from "./portal-user";
import { recordCall } from "./record";

/** A person who fetches credentials of a role. */
interface PortalCall {
  readonly person: Person;
  readonly role: Role;
  /** When the portal takes the role. */
  readonly timeMs: number;
  readonly key: string;
}

/**
 * What IAM Identity Center writes before the role is taken for a terminal: the sign-in, the CLI's token, and in the same
 * second the fetching of credentials (facts: AWS §4.5). Each account has an Identity Center of its own.
 */
export function recordPortal(call: PortalCall): WorldEvent[] {
  return [signInRecord(call), createTokenRecord(call), roleCredentialsRecord(call)];
}

/** What it writes before the role is taken for the console: the sign-in, and the tile that was opened. */
export function recordTile(call: PortalCall): WorldEvent[] {
  return [signInRecord(call), roleRecord(call, "Federate")];
}

/** The fetching of credentials alone, by whoever has a token already. */
function roleCredentialsRecord(call: PortalCall): WorldEvent {
  return roleRecord(call, "GetRoleCredentials");
}

/** Ties the portal's events of one token together. */
function credentialIdOf(key: string): string {
  return `AAAAA${createChance(`${key}/credential`).base32(60)}`;
}

/** The name of the person stands in it, now that the rest knows a user id only. */
function signInRecord(call: PortalCall): WorldEvent {
  return portalRecord(call, {
    eventName: "UserAuthentication",
    eventSource: "signin.amazonaws.com",
    beforeMs: 19 * SECOND,
    eventType: "AwsServiceEvent",
    readOnly: false,
    additional: {
      AuthWorkflowID: createChance(`${call.key}/workflow`).uuid(),
      UserName: call.person.email,
      LoginTo: `https://example.awsapps.com/start/?region=${PORTAL_REGION}`,
      CredentialType: "EXTERNAL_IDP",
    },
    serviceEventDetails: { UserAuthentication: "Success" },
  });
}

function createTokenRecord(call: PortalCall): WorldEvent {
  const hidden = "HIDDEN_DUE_TO_SECURITY_REASONS";
  return portalRecord(call, {
    eventName: "CreateToken",
    eventSource: "sso.amazonaws.com",
    beforeMs: 8 * SECOND,
    eventType: "AwsApiCall",
    readOnly: false,
    // Another form of it than the portal's calls have.
    credentialId: createChance(`${call.key}/token`).uuid(),
    request: { clientId: "EXAMPLEclientEXAMPLE", clientSecret: hidden, grantType: "authorization_code" },
    response: { accessToken: hidden, tokenType: "Bearer", expiresIn: 28_800, refreshToken: hidden },
  });
}

function roleRecord(call: PortalCall, eventName: "GetRoleCredentials" | "Federate"): WorldEvent {
  const name = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/.exec(call.role.name)?.[1] ?? call.role.name;
  return portalRecord(call, {
    eventName,
    eventSource: "sso.amazonaws.com",
    beforeMs: 0,
    eventType: "AwsServiceEvent",
    readOnly: eventName === "GetRoleCredentials",
    credentialId: credentialIdOf(call.key),
    serviceEventDetails: { role_name: name, account_id: call.role.accountId },
  });
}

interface PortalForm {
  readonly eventName: string;
  readonly eventSource: string;
  readonly beforeMs: number;
  readonly eventType: string;
  readonly readOnly: boolean;
  readonly credentialId?: string;
  readonly request?: JsonObject;
  readonly response?: JsonObject;
  readonly additional?: JsonObject;
  readonly serviceEventDetails?: JsonObject;
}

function portalRecord(
  { person, role, timeMs, key }: PortalCall,
  { credentialId, beforeMs, ...form }: PortalForm,
): WorldEvent {
  const { accountId } = role;
  const at = timeMs - beforeMs;
  const ids = credentialId === undefined || isOldPortal(at) ? {} : { credentialId };
  return recordCall({
    request: null,
    response: null,
    ...form,
    accountId,
    timeMs: at,
    region: PORTAL_REGION,
    identity: { ...portalUser(person, at), ...ids },
    ip: person.ip,
    agent: person.agent,
    host: null,
    username: null,
    key,
  });
}
