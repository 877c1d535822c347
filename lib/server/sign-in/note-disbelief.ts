import type { Visit } from "../web/admit";
import { createRateLimit } from "../web/rate-limit";
import { tryKey } from "../web/try-key";
import type { SignInParts } from "./sign-in-parts";
import type { AlbSettings, HeaderSettings } from "./sign-in-settings";

/** One line for each address: a proxy that is set up wrongly says it with every request. */
const ONCE_A_MINUTE = { most: 1, perMs: 60_000 };

/**
 * Tells the log of requests that say who they are from and are not believed: somebody tries, or a proxy is set up wrongly.
 * Nothing of what they say is told.
 */
export function createDisbelief(
  settings: AlbSettings | HeaderSettings,
  { clock, warn }: Pick<SignInParts, "clock" | "warn">,
): (visit: Visit) => void {
  const statements = statementsOf(settings);
  const told = createRateLimit({ ...ONCE_A_MINUTE, now: clock.now });
  return ({ request, peer }) => {
    const says = request.rawHeaders.some(
      (name, i) => i % 2 === 0 && statements.includes(name.toLowerCase().replaceAll("_", "-")),
    );
    if (!says || told.take(tryKey(peer)) !== null) return;
    const passedOnBy = request.socket.remoteAddress ?? "unknown";
    warn({ address: peer ?? "unknown", passedOnBy }, "A request says who it is from and is not believed");
  };
}

function statementsOf(settings: AlbSettings | HeaderSettings): string[] {
  return settings.mode === "alb"
    ? ["x-amzn-oidc-data", "x-amzn-oidc-identity"]
    : [settings.userHeader, settings.secretHeader];
}
