/** A cluster, and where it is. */
export interface ClusterPlace {
  /** The id of its source of log lines. */
  readonly id: string;
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
  /** As the config wants it shown; null = as it is called. */
  readonly shownAs: string | null;
}

/** Gives each cluster a name of its own: two that are called the same could not be told apart on any screen. */
export interface ShownNames {
  nameOf(place: ClusterPlace): string;
}

/**
 * `reserved`: what the config calls its clusters. `known`: what clusters were shown as before, by id: of two that are
 * called the same, each keeps its name when they are found in another order.
 */
export function createShownNames(
  reserved: ReadonlySet<string>,
  known: ReadonlyMap<string, string>,
): ShownNames {
  const owners = new Map([...known].map(([id, name]) => [name, id]));
  return {
    nameOf(place) {
      const { id, accountId, region, name, shownAs } = place;
      const choices = [name, `${name} (${region})`, `${name} (${accountId} ${region})`];
      const before = known.get(id);
      const order = before !== undefined && choices.includes(before) ? [before, ...choices] : choices;
      const isFree = (one: string) => !reserved.has(one) && (owners.get(one) ?? id) === id;
      const shown = shownAs ?? order.find(isFree) ?? id;
      owners.set(shown, id);
      return shown;
    },
  };
}
