import { NotAllowed } from "@/lib/ports/not-allowed";
import { hasRole } from "@/lib/ports/viewer";
import type { Asker } from "../access/asker";
import { parseViewer } from "../access/parse-viewer";
import type { Deed } from "./deed";

type AnyDeeds = Readonly<Record<string, Deed<never, unknown>>>;

/** Runs the deed of that name as the asker, who is checked. Throws NotAllowed. */
export async function runDeed(deeds: object, name: string, asker: unknown, query: unknown): Promise<unknown> {
  const deed = Object.hasOwn(deeds, name) ? (deeds as AnyDeeds)[name] : undefined;
  if (deed === undefined) throw new Error(`no such deed: ${name}`);
  const who = parseAsker(asker);
  if (deed.least !== "anyone" && !hasRole(who.viewer, deed.least))
    throw who.viewer.kind === "anyone"
      ? new NotAllowed("sign-in", "Sign in first.")
      : new NotAllowed(deed.least, `This needs the role ${deed.least}.`);
  return deed.run(who, query as never);
}

function parseAsker(value: unknown): Asker {
  const { viewer, peer, sessionId } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return { viewer: parseViewer(viewer), peer: toText(peer), sessionId: toText(sessionId) };
}

function toText(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
