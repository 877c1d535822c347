import { SECOND } from "../calendar";
import { createChance } from "../chance";
import type { Person } from "../organisation/people";
import type { Role } from "../organisation/roles";
import type { JsonObject } from "../sessions/session";
import type { WorldEvent } from "../world-day";
import { PORTAL_REGION } from "./federated-sign-in";
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
 * What IAM Identity Center writes before the role is taken: the sign-in, the CLI's token, and in the same second the
 * fetching of credentials (facts: AWS §4.5). Each account has an Identity Center of its own. The name of the person stands
 * in the sign-in only; the rest knows a user id.
 */
export function recordPortal(call: PortalCall): WorldEvent[] {
  return [signInRecord(call), createTokenRecord(call), roleCredentialsRecord(call)];
}

export function onBehalfOf(person: Person): JsonObject {
  const store = `arn:aws:identitystore::${person.role.accountId}:identitystore/d-99670a1b2c`;
  return { userId: person.userId, identityStoreArn: store };
}

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
    request: { clientId: "EXAMPLEclientEXAMPLE", clientSecret: hidden, grantType: "authorization_code" },
    response: { accessToken: hidden, tokenType: "Bearer", expiresIn: 28_800, refreshToken: hidden },
  });
}

function roleCredentialsRecord(call: PortalCall): WorldEvent {
  const name = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/.exec(call.role.name)?.[1] ?? call.role.name;
  return portalRecord(call, {
    eventName: "GetRoleCredentials",
    eventSource: "sso.amazonaws.com",
    beforeMs: 0,
    eventType: "AwsServiceEvent",
    readOnly: true,
    serviceEventDetails: { role_name: name, account_id: call.role.accountId },
  });
}

interface PortalForm {
  readonly eventName: string;
  readonly eventSource: string;
  readonly beforeMs: number;
  readonly eventType: string;
  readonly readOnly: boolean;
  readonly request?: JsonObject;
  readonly response?: JsonObject;
  readonly additional?: JsonObject;
  readonly serviceEventDetails?: JsonObject;
}

function portalRecord({ person, role, timeMs, key }: PortalCall, form: PortalForm): WorldEvent {
  const { accountId } = role;
  const credentialId = `AAAAA${createChance(`${key}/credential`).base32(60)}`;
  return recordCall({
    request: null,
    response: null,
    ...form,
    accountId,
    timeMs: timeMs - form.beforeMs,
    region: PORTAL_REGION,
    identity: { type: "IdentityCenterUser", accountId, onBehalfOf: onBehalfOf(person), credentialId },
    ip: person.ip,
    agent: person.agent,
    host: null,
    username: null,
    key,
  });
}
