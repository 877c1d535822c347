import { isLoopbackHost } from "../sign-in/is-loopback";
import { readSecret } from "../sign-in/read-secret";
import type { SignInSettings } from "../sign-in/sign-in-settings";

/** As sysexits has it: something is wrong with the configuration. */
export const BAD_CONFIG = 78;

/**
 * Why this must not be opened, in one line; null = it may. An address that others can reach needs a way of signing in
 * (facts: security §6), and that way its secret.
 */
export function whyNotListen(host: string, signIn: SignInSettings): string | null {
  if (signIn.mode === "local")
    return isLoopbackHost(host)
      ? null
      : `${JSON.stringify(host)} can be reached by others, and nobody would have to sign in. Three ways to go on: (1) leave out --host, GATEBOOK_HOST and signIn.host, and serve this machine alone; (2) reach it from elsewhere through a tunnel: ssh -L 3000:127.0.0.1:3000 HOST; (3) name a way of signing in (signIn: mode: oidc, alb or header) in gatebook.yaml.`;
  if (signIn.mode === "alb") return null;
  try {
    readSecret(signIn.secret);
    return null;
  } catch (error) {
    return `${(error as Error).message} Signing in (signIn.mode ${signIn.mode}) needs it.`;
  }
}
