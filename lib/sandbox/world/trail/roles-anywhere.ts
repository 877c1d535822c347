import { usProse, HOUR } from "../calendar";
import { createChance } from "../chance";
import type { WorldEvent } from "../world-day";
import { issuedCredentials } from "./issued-credentials";
import { recordCall } from "./record";
import type { RoleTaken } from "./record-issue";

/** Who shows which certificate, from where. */
export interface Certificate {
  /** `CN=…`: Roles Anywhere makes it the source identity. */
  readonly subject: string;
  /** Its serial number becomes the session's name. */
  readonly serial: string;
  readonly ip: string;
  readonly agent: string;
}

/**
 * CreateSession of IAM Roles Anywhere. No literal record is public: the fields are those of the API's answer, with the
 * caller as what is left where there is no IAM identity.
 */
export function recordAnywhereSession(certificate: Certificate, taken: RoleTaken): WorldEvent {
  const { timeMs, region, role, key } = taken;
  const { accountId } = role;
  const place = `arn:aws:rolesanywhere:${region}:${accountId}`;
  const subject = `${place}:subject/${createChance(certificate.subject).uuid()}`;
  const { credentials: _, ...assumed } = issuedCredentials({ ...taken, expiresMs: timeMs + HOUR });
  const credentials = { accessKeyId: taken.accessKeyId, expiration: usProse(timeMs + HOUR) };
  return recordCall({
    accountId,
    timeMs,
    eventName: "CreateSession",
    eventSource: "rolesanywhere.amazonaws.com",
    region,
    identity: { type: "Unknown", principalId: subject, arn: subject, accountId },
    ip: certificate.ip,
    agent: certificate.agent,
    request: {
      roleArn: `arn:aws:iam::${accountId}:role${role.path}${role.name}`,
      profileArn: `${place}:profile/build`,
      trustAnchorArn: `${place}:trust-anchor/example`,
      durationSeconds: 3600,
    },
    response: {
      subjectArn: subject,
      credentialSet: [{ ...assumed, credentials, sourceIdentity: certificate.subject }],
    },
    host: `rolesanywhere.${region}.amazonaws.com`,
    readOnly: false,
    username: null,
    key,
  });
}
