import { createHash, timingSafeEqual } from "node:crypto";
import type { Check } from "./alb-check";
import { onlyHeader } from "./only-header";
import type { HeaderSettings } from "./sign-in-settings";
import { createNetworks } from "./networks";

/** Stands for the issuer in people's ids. */
const ISSUER = "header";

/**
 * Believes the names that a trusted proxy passes on: the socket's own peer must be in the networks, and bring the secret
 * (facts: security §6). Groups are separated by commas.
 */
export function createHeaderCheck(settings: HeaderSettings, secret: string): Check {
  const trusted = createNetworks(settings.trustedProxies);
  const wanted = digest(secret);
  return async (request) => {
    if (!trusted.has(request.socket.remoteAddress)) return null;
    const brought = onlyHeader(request, settings.secretHeader);
    if (brought === null || !timingSafeEqual(digest(brought), wanted)) return null;
    const subject = onlyHeader(request, settings.userHeader);
    if (subject === null || subject.length > 512) return null;
    const groups = (onlyHeader(request, settings.groupsHeader) ?? "").split(",").map((group) => group.trim());
    return { issuer: ISSUER, subject, name: subject, groups };
  };
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
