import type { Origins } from "./text-with-origins";

/** What Go makes of a YAML text before it decodes it as JSON. `at` is the place in the text, in UTF-16 units. */
export type GoValue = GoScalar | GoList | GoMap;

export interface GoScalar {
  readonly kind: "null" | "bool" | "number" | "string";
  readonly at: number;
  /** As it is written, unquoted. */
  readonly text: string;
  /** Where the pieces of the text stand. */
  readonly origins: Origins;
}

export interface GoList {
  readonly kind: "array";
  readonly at: number;
  readonly items: readonly GoValue[];
}

export interface GoMap {
  readonly kind: "object";
  readonly at: number;
  /** Of equal keys the last one. */
  readonly members: ReadonlyMap<string, GoValue>;
}
