import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import Provider, { type Context } from "oidc-provider";
import { findFreePort } from "./find-free-port";

/** What the provider says of somebody. */
interface Person {
  readonly groups?: readonly string[];
  readonly [claim: string]: unknown;
}

/** A real OpenID provider on loopback: whoever is asked to sign in there chooses who to be. */
export interface RunningProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  close(): Promise<void>;
}

const SCOPE = "openid profile email";

/** Starts one that knows some people by their subjects, for one client. */
export async function startProvider(
  people: Readonly<Record<string, Person>>,
  redirectUri: string,
): Promise<RunningProvider> {
  const port = await findFreePort();
  const issuer = `http://127.0.0.1:${port}`;
  const client = { clientId: "gatebook", clientSecret: randomBytes(24).toString("hex") };
  const provider = new Provider(issuer, configure(people, { ...client, redirectUri }));
  const answer = provider.callback();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", issuer);
    // Browsers ask for it by themselves.
    if (pathname === "/favicon.ico") response.writeHead(204).end();
    else if (pathname.startsWith("/interaction/")) void chooseWho(provider, people, { request, response });
    else void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { issuer, ...client, close };
}

interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

function configure(people: Readonly<Record<string, Person>>, client: Client) {
  return {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [client.redirectUri],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    cookies: { keys: [randomBytes(24).toString("hex")] },
    claims: { openid: ["sub", "groups"], profile: ["preferred_username"], email: ["email"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_ctx: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_ctx: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ ...people[id], sub: id }),
    }),
    loadExistingGrant: grantAll,
  };
}

/** Nobody is asked whether Gatebook may know who he is. */
async function grantAll({ oidc }: Context) {
  const grant = new oidc.provider.Grant({
    clientId: oidc.client.clientId,
    accountId: oidc.session.accountId,
  });
  grant.addOIDCScope(SCOPE);
  await grant.save();
  return grant;
}

async function chooseWho(
  provider: Provider,
  people: Readonly<Record<string, Person>>,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
  const accountId = searchParams.get("as");
  if (accountId !== null) return provider.interactionFinished(request, response, { login: { accountId } });
  const links = Object.keys(people).map((name) => `<p><a href="${pathname}?as=${name}">${name}</a></p>`);
  response.setHeader("content-type", "text/html");
  response.end(`<!doctype html><title>Provider</title><h1>Who are you?</h1>${links.join("")}`);
}
