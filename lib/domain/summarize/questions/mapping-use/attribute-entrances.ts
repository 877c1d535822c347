import type { ConfigurationAt } from "../../../explain/configuration/configuration-at";
import { mappingsOf } from "../../../explain/configuration/open-known";
import { mappingThatLetIn } from "../../../explain/mapped/mapping-that-let-in";
import type { BackEndKind } from "../../../explain/mapping/back-end-modes";
import { openConfiguration } from "../../../explain/mapping/open-configuration";
import type { Entrance } from "../entrances/entrance";
import { mappingKey } from "../entrances/mapping-key";

/** Entrances by one mapping, as the configuration of their time tells. */
export interface Attributed {
  readonly backEnd: BackEndKind | null;
  /** null: a whole account's, or no mapping that is known. */
  readonly arn: string | null;
  readonly entrances: readonly Entrance[];
}

/** By what no mapping is called. */
export const UNEXPLAINED = "";

/** Who came by which mapping, by its `mappingKey`; what no mapping that is known gives, by `UNEXPLAINED`. */
export function attributeEntrances(
  entrances: readonly Entrance[],
  stretches: readonly ConfigurationAt[],
): ReadonlyMap<string, Attributed> {
  const configurations = stretches.map(({ known }) => openConfiguration(mappingsOf(known)));
  const found = new Map<string, Attributed & { readonly entrances: Entrance[] }>();
  for (const entrance of entrances) {
    const { caller } = entrance;
    const by =
      caller === null ? null : mappingThatLetIn(caller, entrance, configurations[entrance.stretch] ?? []);
    const key = by === null ? UNEXPLAINED : mappingKey(by.backEnd, by.entry);
    const known = found.get(key);
    if (known !== undefined) known.entrances.push(entrance);
    else found.set(key, { backEnd: by?.backEnd ?? null, arn: by?.entry?.arn ?? null, entrances: [entrance] });
  }
  return found;
}
