import { mappingsOf } from "@/lib/domain/explain/configuration/open-known";
import { whoCanBecome } from "@/lib/domain/explain/mapped/who-can-become";
import type { BecomeReport } from "@/lib/domain/summarize/configuration/what-if-report";
import type { BecomeQuery } from "@/lib/ports/configuration-questions";
import type { Viewer } from "@/lib/ports/viewer";
import { configurationNow } from "./configuration-now";
import type { InvestigationContext } from "../investigation-context";

/** Who could come in as a username or with a group; null = no such cluster. */
export async function askWhoCanBecome(
  _viewer: Viewer,
  { cluster, kind, name }: BecomeQuery,
  context: InvestigationContext,
): Promise<BecomeReport | null> {
  const at = await configurationNow(cluster, context);
  if (at === null) return null;
  return { ...whoCanBecome(mappingsOf(at.known), { kind, name }), parts: at.parts };
}
