import type { EventStore } from "@/lib/ports/event-store";
import type { Investigations } from "@/lib/ports/investigations";
import type { Role } from "@/lib/ports/viewer";

export type Question = keyof Investigations;
export type Asked<Q extends Question> = Parameters<Investigations[Q]>[1];
export type Answer<Q extends Question> = Awaited<ReturnType<Investigations[Q]>>;

/** Tells of which cluster something is. */
export type ClusterLookup = Pick<EventStore, "find" | "findAll" | "findRequest">;

/** What a rule has at hand to answer a viewer who sees some clusters only. */
export interface Scope<Q extends Question> {
  /** The names that may be seen; never "all". */
  readonly clusters: readonly string[];
  /** The same question, unguarded. */
  readonly ask: (query: Asked<Q>) => Promise<Answer<Q>>;
  /** Any other one, as the same viewer. */
  readonly other: <O extends Question>(name: O, query: Asked<O>) => Promise<Answer<O>>;
  readonly lookup: ClusterLookup;
}

/** Who may ask a question, and how it is answered where not all clusters may be seen. */
export interface AccessRule<Q extends Question> {
  readonly least: Role;
  readonly scoped: (query: Asked<Q>, scope: Scope<Q>) => Promise<Answer<Q>>;
}

/** One for each question: a new question without a rule does not compile. */
export type AccessRules = { readonly [Q in Question]: AccessRule<Q> };
