import { readConfig } from "../config";
import { LOCAL_SIGN_IN, type SignInSettings } from "../sign-in/sign-in-settings";
import { toSignInSettings } from "../sign-in/to-sign-in-settings";
import { whyNotListen } from "./check-listening";
import { findSignInConfig, readConfigFile } from "./read-plan";

/** Where this is to listen, and how people sign in there. */
export interface Listening {
  readonly host: string;
  readonly signIn: SignInSettings;
  /** Why it must not, in one line; null = it may. */
  readonly refusal: string | null;
}

/** The command line counts before the environment (GATEBOOK_HOST), and that before the config file. */
export function readListening(asked: { host: string | null; config: string | null; cwd: string }): Listening {
  const file = findSignInConfig(asked);
  const config = file === null ? null : readConfigFile(file);
  const signIn = config === null || file === null ? LOCAL_SIGN_IN : toSignInSettings(config, file);
  const wanted = asked.host ?? readConfig().host ?? config?.signIn?.host ?? "127.0.0.1";
  const host = wanted.replace(/^\[(.*)\]$/, "$1");
  return { host, signIn, refusal: whyNotListen(host, signIn) };
}

/** What people type to get here. */
export function addressOf({ host, signIn }: Listening, port: number): string {
  if (signIn.mode !== "local") return signIn.publicUrl;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
