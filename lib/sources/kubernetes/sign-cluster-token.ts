import { createHash, createHmac, type Hash, type Hmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";

/** An access key that may call GetCallerIdentity, as every one may. */
export interface SigningKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** For which cluster, and where. */
export interface TokenFor {
  /** Its name in EKS: it is signed, and no other cluster takes the token. */
  readonly cluster: string;
  readonly region: string;
  readonly nowMs: number;
}

/** As AWS's own clients do; the authenticator takes it for a quarter of an hour all the same. */
const EXPIRES_S = 60;

/**
 * The bearer token that `aws eks get-token` makes: a pre-signed GetCallerIdentity of the Region's STS. Source: Amazon EKS
 * User Guide, "Grant IAM users access to Kubernetes"; aws-iam-authenticator, "API Authorization from Outside a Cluster".
 */
export async function signClusterToken(
  key: SigningKey,
  { cluster, region, nowMs }: TokenFor,
): Promise<string> {
  const signer = new SignatureV4({ credentials: key, region, service: "sts", sha256: Sha256 });
  const hostname = stsHostOf(region);
  const request = {
    method: "GET",
    protocol: "https:",
    hostname,
    path: "/",
    query: { Action: "GetCallerIdentity", Version: "2011-06-15" },
    headers: { host: hostname, "x-k8s-aws-id": cluster },
  };
  const { query = {} } = await signer.presign(request, {
    expiresIn: EXPIRES_S,
    signingDate: new Date(nowMs),
    signableHeaders: new Set(["host", "x-k8s-aws-id"]),
    unhoistableHeaders: new Set(["x-k8s-aws-id"]),
  });
  const parameters = new URLSearchParams(query as Record<string, string>);
  return `k8s-aws-v1.${Buffer.from(`https://${hostname}/?${parameters}`).toString("base64url")}`;
}

function stsHostOf(region: string): string {
  return `sts.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}`;
}

/** Node's own, in the shape that the signer asks for. */
class Sha256 {
  readonly #hash: Hash | Hmac;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash("sha256") : createHmac("sha256", toBytes(secret));
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(toBytes(data));
  }

  async digest(): Promise<Uint8Array> {
    return new Uint8Array(this.#hash.digest());
  }

  reset(): void {
    throw new Error("a hash is used once");
  }
}

function toBytes(data: string | ArrayBuffer | ArrayBufferView): Uint8Array {
  if (typeof data === "string") return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
