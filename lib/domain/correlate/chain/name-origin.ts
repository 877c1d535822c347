import type { Origin } from "./chain";
import { nameOfEntry } from "../../identity/directory-entry";
import type { DirectoryAnswer } from "./directory";
import { compareNames, type OriginName, type ToldName } from "./told-names";

/** An origin with the name that counts, and who says otherwise. */
export interface NamedOrigin {
  readonly origin: Origin;
  /** Every name of a person that was told, the one that counts first; of others none. */
  readonly names: readonly OriginName[];
  /** What directories say of the person; null = nothing leads to one. */
  readonly directory: DirectoryAnswer | null;
}

/** An origin as a chain told it, with the other names that were met. */
interface Told {
  readonly origin: Origin;
  readonly told: readonly ToldName[];
}

/**
 * The name of a person, by who knows best: the operator's directory file, Identity Center's identity store, what events
 * recorded, and last what the caller chose. `answers`: of directories about this very person, in that order.
 */
export function nameOrigin({ origin, told }: Told, answers: readonly DirectoryAnswer[]): NamedOrigin {
  if (origin.kind !== "person") return { origin, names: [], directory: null };
  const found = answers.flatMap((answer) => (answer.outcome === "found" ? [answer] : []));
  const byDirectories = found.flatMap((answer): ToldName[] => {
    const name = nameOfEntry(answer);
    return name === null ? [] : [{ name, from: answer.from }];
  });
  const { name, nameFrom } = origin;
  const byEvents = name === null || nameFrom === null ? [] : [{ name, from: nameFrom }];
  const names = compareNames([...byDirectories, ...byEvents, ...told]);
  const notAsked = origin.userId === null ? null : ({ outcome: "not-asked", place: null } as const);
  return {
    origin: withDirectoryName(origin, byDirectories[0] ?? null),
    names,
    directory: found[0] ?? answers[0] ?? notAsked,
  };
}

/** What a directory knows by the id that AWS recorded is nobody's claim: it is as sure as the way to that id. */
export function withDirectoryName<O extends Origin>(origin: O, called: ToldName | null): O {
  if (called === null) return origin;
  const confidence = origin.confidence === "claimed" ? "timed" : origin.confidence;
  return { ...origin, name: called.name, nameFrom: called.from, confidence };
}
