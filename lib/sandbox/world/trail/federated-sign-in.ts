import { createHash } from "node:crypto";
import { HOUR } from "../calendar";
import { createChance } from "../chance";
import type { Person } from "../organisation/people";
import type { JsonObject } from "../sessions/session";
import type { WorldEvent } from "../world-day";
import { type RoleTaken, recordIssue } from "./record-issue";
import { regionalSts, type StsHost, stsRequestDetails } from "./sts-host";

/** Where every account's Identity Center lives. */
export const PORTAL_REGION = "eu-west-1";
const IDENTITY_CENTER_AGENT =
  "aws-sdk-java/2.46.14 md/io#sync md/http#Apache ua/2.1 api/STS#2.46.x os/Linux lang/java#17.0.19 md/vendor#Amazon.com_Inc.";

/**
 * AssumeRoleWithSAML by IAM Identity Center (facts: AWS §4.3). The key that it issues is not the key that the person
 * then uses: only principal and creation second tie the two together (§4.5).
 */
export function recordSamlSignIn(person: Person, taken: RoleTaken): WorldEvent {
  const { accountId } = taken.role;
  const provider = `arn:aws:iam::${accountId}:saml-provider/AWSSSO_3e9d1c7b5a80f264_DO_NOT_DELETE`;
  const host = regionalSts(PORTAL_REGION);
  const issuer = `https://portal.sso.${PORTAL_REGION}.amazonaws.com/saml/assertion/RVhBTVBMRQ`;
  return recordIssue(taken, {
    ...samlForm({ email: person.email, provider, issuer }, taken),
    ip: person.ip,
    agent: IDENTITY_CENTER_AGENT,
    region: host.region,
    request: { principalArn: provider, durationSeconds: 28_800 },
    additional: stsRequestDetails(host, { ...taken, precise: true }),
    host: host.name,
    lifeMs: 8 * HOUR,
  });
}

/** Somebody whom the customer's own identity provider knows, without Identity Center. */
export interface SamlSubject {
  readonly email: string;
  /** Name of the provider in IAM. */
  readonly provider: string;
  readonly issuer: string;
  readonly ip: string;
  readonly agent: string;
}

/** AssumeRoleWithSAML by the person's own tool: the key that it issues is the key that is used. */
export function recordCustomerSaml(subject: SamlSubject, taken: RoleTaken): WorldEvent {
  const { accountId } = taken.role;
  const provider = `arn:aws:iam::${accountId}:saml-provider/${subject.provider}`;
  const host = regionalSts(taken.region);
  return recordIssue(taken, {
    ...samlForm({ email: subject.email, provider, issuer: subject.issuer }, taken),
    ip: subject.ip,
    agent: subject.agent,
    region: host.region,
    request: {
      sAMLAssertionID: `_${createChance(`${taken.key}/assertion`).uuid()}`,
      principalArn: provider,
      durationSeconds: 3600,
      sourceIdentity: subject.email,
      principalTags: { Department: "engineering" },
    },
    additional: stsRequestDetails(host, { ...taken, precise: true }),
    host: host.name,
    lifeMs: HOUR,
  });
}

/** What every SAML sign-in says of its subject and provider (facts: AWS §4.3). */
function samlForm(of: { email: string; provider: string; issuer: string }, taken: RoleTaken) {
  const { email, provider, issuer } = of;
  const qualifier = createHash("sha1").update(provider).digest("base64");
  const { accountId } = taken.role;
  return {
    eventName: "AssumeRoleWithSAML",
    identity: {
      type: "SAMLUser",
      principalId: `${qualifier}:${email}`,
      userName: email,
      identityProvider: qualifier,
    },
    username: email,
    response: {
      subject: email,
      subjectType: "persistent",
      issuer,
      audience: "https://signin.aws.amazon.com/saml",
      nameQualifier: qualifier,
    },
    moreResources: [{ accountId, type: "AWS::IAM::SAMLProvider", ARN: provider }],
  };
}

/** Who presented which web identity token, from where. */
export interface WebIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly ip: string;
  readonly agent: string;
  readonly host?: StsHost;
}

/** AssumeRoleWithWebIdentity: a service account's projected token, or a CI's OIDC token (facts: AWS §4.4). */
export function recordWebIdentity(identity: WebIdentity, taken: RoleTaken): WorldEvent {
  const provider = `arn:aws:iam::${taken.role.accountId}:oidc-provider/${identity.issuer}`;
  const host = identity.host ?? regionalSts(taken.region);
  const additional: JsonObject = {
    ...stsRequestDetails(host, { ...taken, precise: true }),
    identityProviderConnectionVerificationMethod: "IAMTrustStore",
  };
  return recordIssue(taken, {
    eventName: "AssumeRoleWithWebIdentity",
    identity: {
      type: "WebIdentityUser",
      principalId: `${provider}:sts.amazonaws.com:${identity.subject}`,
      userName: identity.subject,
      identityProvider: provider,
    },
    ip: identity.ip,
    agent: identity.agent,
    username: identity.subject,
    region: host.region,
    response: { subjectFromWebIdentityToken: identity.subject, provider, audience: "sts.amazonaws.com" },
    additional,
    host: host.name,
    lifeMs: HOUR,
  });
}
