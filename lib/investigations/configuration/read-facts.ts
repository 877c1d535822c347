import type { ConfigurationAt } from "@/lib/domain/explain/configuration/configuration-at";
import { mappingsOf } from "@/lib/domain/explain/configuration/open-known";
import type { ConfigurationFacts } from "@/lib/domain/explain/findings/configuration-facts";
import type { SeenCaller } from "@/lib/domain/explain/mapped/seen-caller";
import { DAY_MS } from "@/lib/domain/time/durations";
import type { InvestigationContext } from "../investigation-context";

/** What came of a cluster's configuration: who was never let in since it is as it is, and who came under one username. */
export async function readFacts(
  cluster: string,
  at: ConfigurationAt,
  callers: readonly SeenCaller[],
  { store }: Pick<InvestigationContext, "store">,
): Promise<ConfigurationFacts> {
  return {
    notMapped: neverLetIn(at, callers),
    sharedUsernames: await sharedUsernames(cluster, at, store),
  };
}

/** Days are counted whole: one on which an entry was made says nothing. */
function neverLetIn({ parts }: ConfigurationAt, callers: readonly SeenCaller[]): string[] {
  const fromMs = (parts.accessEntries.sinceMs ?? 0) + DAY_MS;
  return callers
    .filter(({ granted, lastDayMs }) => granted === 0 && lastDayMs >= fromMs)
    .map(({ canonicalArn }) => canonicalArn);
}

async function sharedUsernames(
  cluster: string,
  { known }: ConfigurationAt,
  store: InvestigationContext["store"],
): Promise<NonNullable<ConfigurationFacts["sharedUsernames"]>> {
  const { hidden, accessEntries, awsAuth } = mappingsOf(known);
  const names = [...hidden, ...accessEntries, ...awsAuth.entries].map(({ username }) => username);
  const fixed = [...new Set(names.filter((name) => name !== "" && !name.includes("{{")))];
  const uses = await store.usesOf(fixed.map((username) => ({ cluster, username })));
  return fixed.map((username) => ({
    username,
    people: uses
      .filter((use) => use.username === username && use.origin?.kind === "person")
      .flatMap(({ origin }) => origin?.name ?? []),
  }));
}
