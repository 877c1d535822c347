import type { Identity } from "@/lib/ports/sessions";
import type { IncomingMessage } from "node:http";
import { AlbJwtVerifier } from "aws-jwt-verify";
import type { AlbSettings } from "./sign-in-settings";
import { onlyHeader } from "./only-header";
import { readClaims } from "./to-viewer";

/** Who a request says it is from; null = nobody that can be believed. */
export type Check = (request: IncomingMessage) => Promise<Identity | null>;

type Keys = Parameters<ReturnType<typeof AlbJwtVerifier.create>["cacheJwks"]>[0];

/**
 * Believes what the configured load balancer has signed for our client, and nothing else: signer, issuer, client and time
 * are checked beside the signature (facts: security §6). `x-amzn-oidc-identity` alone is never believed.
 *
 * @param keys what to know from the start; else they are fetched from AWS by their ids
 */
export function createAlbCheck(settings: AlbSettings, keys?: Keys): Check {
  const { arn, issuer, clientId, groupsClaim, keysUrl } = settings;
  const verifier = AlbJwtVerifier.create({
    albArn: arn,
    issuer,
    clientId,
    ...(keysUrl === null ? {} : { jwksUri: keysUrl }),
  });
  if (keys !== undefined) verifier.cacheJwks(keys);
  return async (request) => {
    const token = onlyHeader(request, "x-amzn-oidc-data");
    if (token === null) return null;
    const claims = await verifier.verify(token).catch(() => null);
    return claims === null ? null : readClaims(issuer, claims, groupsClaim);
  };
}
