import type { Identity } from "@/lib/ports/sessions";
import * as openid from "openid-client";
import { readSecret } from "./read-secret";
import type { PendingSignIn } from "./pending-sign-ins";
import { isLoopbackUrl } from "./is-loopback";
import type { OidcSettings } from "./sign-in-settings";
import { readClaims } from "./to-viewer";

/** A sign-in that is not to be believed; the message is for the log. */
export class SignInRefused extends Error {}

/** Keys that only the provider holds: no shared secrets, and never "none" (facts: security §6). */
const ALGORITHMS = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];
const PATIENCE_S = 15;

/** A client of an OpenID provider: code flow with PKCE, state and nonce. */
export class OidcClient {
  readonly #settings: OidcSettings;
  #configuration: Promise<openid.Configuration> | null = null;

  constructor(settings: OidcSettings) {
    this.#settings = settings;
  }

  /** Where to send the browser, and what must come back. Throws where the provider does not answer. */
  async begin(returnTo: string): Promise<{ readonly url: string; readonly pending: PendingSignIn }> {
    const configuration = await this.#configure();
    const pending = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
      returnTo,
    };
    const url = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUrl(this.#settings),
      scope: this.#settings.scope,
      code_challenge: await openid.calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: "S256",
      state: pending.state,
      nonce: pending.nonce,
    });
    return { url: url.href, pending };
  }

  /**
   * Who comes back, by an ID token whose signature, issuer, audience, time and nonce hold. Throws SignInRefused.
   *
   * @param query of the callback's address, with its question mark
   */
  async finish(query: string, pending: PendingSignIn): Promise<Identity> {
    const { groupsClaim, issuer } = this.#settings;
    const claims = await this.#exchange(query, pending);
    const identity = readClaims(issuer, claims, groupsClaim);
    if (identity === null) throw new SignInRefused("The ID token names no subject");
    return identity;
  }

  async #exchange(
    query: string,
    { verifier, state, nonce }: PendingSignIn,
  ): Promise<Record<string, unknown>> {
    const configuration = await this.#configure();
    const checks = {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    };
    try {
      const back = new URL(`${redirectUrl(this.#settings)}${query}`);
      const tokens = await openid.authorizationCodeGrant(configuration, back, checks);
      checkAlgorithm(tokens.id_token ?? "");
      return { ...tokens.claims() };
    } catch (error) {
      if (error instanceof SignInRefused || isOutage(error)) throw error;
      throw new SignInRefused(reasonOf(error), { cause: error });
    }
  }

  /** Asked once it is needed, so that Gatebook starts without the provider; and again after a failure. */
  #configure(): Promise<openid.Configuration> {
    this.#configuration ??= discover(this.#settings).catch((error: unknown) => {
      this.#configuration = null;
      throw error;
    });
    return this.#configuration;
  }
}

async function discover(settings: OidcSettings): Promise<openid.Configuration> {
  const { issuer, clientId } = settings;
  const secret = readSecret(settings.secret);
  // The signature is checked although the token comes over TLS from the provider itself.
  const execute = [openid.enableNonRepudiationChecks];
  if (isLoopbackUrl(issuer)) execute.push(openid.allowInsecureRequests);
  return openid.discovery(new URL(issuer), clientId, {}, openid.ClientSecretBasic(secret), {
    execute,
    timeout: PATIENCE_S,
  });
}

function redirectUrl({ publicUrl }: OidcSettings): string {
  return `${publicUrl}/sign-in/callback`;
}

function checkAlgorithm(token: string): void {
  const header: unknown = JSON.parse(Buffer.from(token.split(".", 1)[0] ?? "", "base64url").toString("utf8"));
  const { alg } = Object(header) as { alg?: unknown };
  if (typeof alg !== "string" || !ALGORITHMS.includes(alg))
    throw new SignInRefused("The ID token's algorithm is not taken");
}

/** The provider did not answer: that is nobody's fault who signs in. */
function isOutage(error: unknown): boolean {
  const { code } = Object(error) as { code?: unknown };
  return code === "OAUTH_TIMEOUT" || (error instanceof TypeError && error.message === "fetch failed");
}

/** The library's messages name what did not fit, and hold no tokens. */
function reasonOf(error: unknown): string {
  const { message = "unknown", code } = error as { message?: string; code?: string };
  return code === undefined ? message : `${message} (${code})`;
}
