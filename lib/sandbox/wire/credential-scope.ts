import { AwsError } from "./aws-error";

/** `Credential=<key>/<yyyymmdd>/<region>/<service>/aws4_request` of a SigV4 Authorization header. */
interface CredentialScope {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

const REGIONS: ReadonlySet<string> = new Set(
  (
    "us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 ca-west-1 sa-east-1 eu-west-1 eu-west-2 eu-west-3 " +
    "eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 ap-south-1 ap-south-2 ap-southeast-1 " +
    "ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-northeast-1 ap-northeast-2 ap-northeast-3 " +
    "ap-east-1 me-south-1 me-central-1 af-south-1 il-central-1 mx-central-1"
  ).split(" "),
);

/** Throws MissingAuthenticationToken, IncompleteSignature or InvalidSignature. The signature itself is not verified. */
export function readCredentialScope(header: string | undefined, service: string): CredentialScope {
  if (!header) throw new AwsError("MissingAuthenticationTokenException", "Missing Authentication Token", 403);
  const scope =
    /^AWS4-HMAC-SHA256 .*?Credential=([^/,\s]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request(?:,|$)/.exec(header);
  const [, accessKeyId, , region, named] = scope ?? [];
  if (accessKeyId === undefined || region === undefined)
    throw new AwsError(
      "IncompleteSignatureException",
      "Authorization header requires 'Credential' parameter.",
    );
  if (named !== service) throw badScope(`Credential should be scoped to correct service: '${service}'. `);
  if (!REGIONS.has(region)) throw badScope("Credential should be scoped to a valid region. ");
  return { accessKeyId, region, service };
}

function badScope(message: string): AwsError {
  return new AwsError("InvalidSignatureException", message, 403);
}
