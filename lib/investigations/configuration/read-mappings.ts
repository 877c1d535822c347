import type { MappingBase } from "@/lib/domain/summarize/configuration/what-if-report";
import type { Viewer } from "@/lib/ports/viewer";
import { configurationNow } from "./configuration-now";
import type { InvestigationContext } from "../investigation-context";
import { recentCallers } from "../identities/recent-callers";

/** A cluster's mappings with those who came lately, to see whose access an edit would change; null = no such cluster. */
export async function readMappings(
  _viewer: Viewer,
  { cluster }: { readonly cluster: string },
  context: InvestigationContext,
): Promise<MappingBase | null> {
  const at = await configurationNow(cluster, context);
  if (at === null) return null;
  const { known, parts, awsAuthText } = at;
  const callers = await recentCallers(cluster, context);
  return { known: { ...known, rbac: null }, parts, awsAuthText, callers };
}
