import { NotAllowed } from "@/lib/ports/not-allowed";
import { hasRole } from "@/lib/ports/viewer";
import type { Asker } from "../access/asker";
import type { Deed } from "./deed";

type AnyDeeds = Readonly<Record<string, Deed<never, unknown>>>;

/** Runs the deed of that name as the asker. Throws NotAllowed. */
export async function runDeed(deeds: object, name: string, asker: Asker, query: unknown): Promise<unknown> {
  const deed = Object.hasOwn(deeds, name) ? (deeds as AnyDeeds)[name] : undefined;
  if (deed === undefined) throw new Error(`no such deed: ${name}`);
  if (deed.least !== "anyone" && !hasRole(asker.viewer, deed.least))
    throw asker.viewer.kind === "anyone"
      ? new NotAllowed("sign-in", "Sign in first.")
      : new NotAllowed(deed.least, `This needs the role ${deed.least}.`);
  // What answers nothing is told as null: JSON has no word for undefined.
  return (await deed.run(asker, query as never)) ?? null;
}
