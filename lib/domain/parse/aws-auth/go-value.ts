import type { TextPlace } from "../mappings/mapping-entry";

/** A value of YAML or JSON as Go's libraries understand it, with its place in the text. */
export type GoValue = GoMap | GoList | GoScalar;

export interface GoMap {
  readonly kind: "object";
  /** Of equal keys the last one counts. */
  readonly entries: ReadonlyMap<string, GoValue>;
  readonly place: TextPlace;
}

export interface GoList {
  readonly kind: "array";
  readonly items: readonly GoValue[];
  readonly place: TextPlace;
}

/** `kind` is the word that Go's messages have for it. */
export interface GoScalar {
  readonly kind: "string" | "number" | "bool" | "null";
  /** As it is written, unquoted. */
  readonly text: string;
  /** Behind a `|`: its lines stand in the text below, as they are. */
  readonly isBlock?: true;
  readonly place: TextPlace;
}

/** Why a text is no value. */
export interface GoProblem {
  readonly message: string;
  readonly place: TextPlace | null;
}
