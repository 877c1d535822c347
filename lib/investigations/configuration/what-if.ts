import type { ConfigurationAt } from "@/lib/domain/explain/configuration/configuration-at";
import { callersMeant } from "@/lib/domain/explain/mapped/callers-meant";
import type { SeenCaller } from "@/lib/domain/explain/mapped/seen-caller";
import { whatIf } from "@/lib/domain/explain/what-if";
import { excerptOf } from "@/lib/domain/parse/mappings/text-excerpt";
import type { WhatIfReport } from "@/lib/domain/summarize/configuration/what-if-report";
import type { WhatIfQuery } from "@/lib/ports/configuration-questions";
import type { Viewer } from "@/lib/ports/viewer";
import { configurationNow } from "./configuration-now";
import type { InvestigationContext } from "../investigation-context";
import { recentCallers } from "../identities/recent-callers";

/** What would become of somebody at a cluster; null = no such cluster. */
export async function askWhatIf(
  _viewer: Viewer,
  { cluster, who, sessionName }: WhatIfQuery,
  context: InvestigationContext,
): Promise<WhatIfReport | null> {
  const at = await configurationNow(cluster, context);
  if (at === null) return null;
  return answerWhatIf({ who, sessionName }, at, await recentCallers(cluster, context));
}

/** The same for a configuration that is read already. `seen`: those who came to the cluster of late. */
export function answerWhatIf(
  { who, sessionName }: Pick<WhatIfQuery, "who" | "sessionName">,
  at: ConfigurationAt,
  seen: readonly SeenCaller[],
): WhatIfReport {
  const callers = callersMeant(who, sessionName, { seen, configuration: at.known });
  const answers = callers.map((caller) => {
    const answer = whatIf(caller, at.known);
    const { decision } = answer;
    const line = decision.outcome === "granted" ? (decision.entry?.place?.line ?? null) : null;
    const excerpt = line === null || at.awsAuthText === null ? null : excerptOf(at.awsAuthText, line);
    return { ...answer, caller, excerpt };
  });
  return { answers, parts: at.parts };
}
