import { configurationAt } from "@/lib/domain/explain/configuration/configuration-at";
import type { SeenCaller } from "@/lib/domain/explain/mapped/seen-caller";
import { type AccessChange, whatChanges } from "@/lib/domain/explain/mapped/what-changes";
import type {
  ChangeEffect,
  ConfigurationChange,
} from "@/lib/domain/summarize/configuration/configuration-change";
import { listChanges } from "@/lib/domain/summarize/configuration/list-changes";
import { authorOrigins } from "../chains/author-origins";
import type { InvestigationContext } from "../investigation-context";
import type { ReadConfiguration } from "./read-configuration";

const SHOWN_CHANGES = 100;
/** Whose access they changed, and who is behind their authors, is told of the newest alone. */
const IN_FULL = 30;

/** The newest changes of who may come in to a cluster, with what each did to the access of those who came. */
export async function changesOf(
  { history, watched }: ReadConfiguration,
  callers: readonly SeenCaller[],
  { store }: Pick<InvestigationContext, "store">,
): Promise<ConfigurationChange[]> {
  const changes = listChanges(history).slice(0, SHOWN_CHANGES);
  const origins = await authorOrigins(changes.slice(0, IN_FULL), store);
  return changes.map((change, i) => {
    const origin = origins.get(change) ?? null;
    const maps = change.part !== "rbac" && change.part !== "access-policy" && change.diff !== null;
    if (!maps || i >= IN_FULL) return { ...change, origin, effects: [] };
    const at = (ms: number) => configurationAt(history, ms, watched).known;
    const changed = whatChanges(callers, at(change.timeMs - 1), at(change.timeMs));
    return { ...change, origin, effects: effectsOf(changed) };
  });
}

const NAMES_SHOWN = 8;

function effectsOf(changes: readonly AccessChange<SeenCaller>[]): ChangeEffect[] {
  return (["loses", "gains", "changes"] as const).flatMap((kind) => {
    const own = changes.filter((change) => change.kind === kind);
    if (own.length === 0) return [];
    const people = own.filter(({ caller }) => caller.class === "person");
    const names = [...new Set([...people, ...own].map(({ caller }) => caller.name))];
    return [{ kind, count: own.length, names: names.slice(0, NAMES_SHOWN) }];
  });
}
