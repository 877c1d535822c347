import type { SignInSettings } from "../sign-in/sign-in-settings";
import type { FrontSettings } from "./front-settings";

/** What the front server checks, by the way people sign in. */
export function toFrontSettings(port: number, signIn: SignInSettings): FrontSettings {
  if (signIn.mode === "local") return { port, publicUrl: null, trustedProxies: [], secretHeaders: [] };
  const { publicUrl, trustedProxies } = signIn;
  const secretHeaders =
    signIn.mode === "header" ? [signIn.userHeader, signIn.groupsHeader, signIn.secretHeader] : [];
  return { port, publicUrl, trustedProxies, secretHeaders };
}
