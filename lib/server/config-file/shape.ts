/** How a value of the config file looks. Validation, the editors' schema and the types are all made of it. */
export type Shape = TextShape | NumberShape | ListShape | MapShape;

export interface TextShape {
  readonly kind: "text";
  readonly about: string;
  readonly required: boolean;
  readonly pattern: RegExp;
  /** What it must be, for a sentence: `an AWS Region`. */
  readonly what: string;
  readonly example: string;
}

export interface NumberShape {
  readonly kind: "number";
  readonly about: string;
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
  readonly default: number;
}

export interface ListShape {
  readonly kind: "list";
  readonly about: string;
  readonly of: Shape;
}

export interface MapShape {
  readonly kind: "map";
  readonly about: string;
  readonly keys: Keyed;
}

/** A section that is left out. */
type NullOf<S extends Shape> = S extends { kind: "map" } ? null : never;

/** The value of a shape: what is left out is null, an empty list, or the number's default. */
export type ValueOf<S extends Shape> = S extends { kind: "text" }
  ? S extends { required: true }
    ? string
    : string | null
  : S extends { kind: "number" }
    ? number
    : S extends { kind: "list"; of: infer Item extends Shape }
      ? readonly ValueOf<Item>[]
      : S extends { kind: "map"; keys: infer Keys extends Keyed }
        ? { readonly [Key in keyof Keys]: ValueOf<Keys[Key]> | NullOf<Keys[Key]> }
        : never;

/** The same while mistakes are still looked for: a text that is wrong or missing is null, whatever it should be. */
export type DraftOf<S extends Shape> = S extends { kind: "text" }
  ? string | null
  : S extends { kind: "number" }
    ? number
    : S extends { kind: "list"; of: infer Item extends Shape }
      ? readonly DraftOf<Item>[]
      : S extends { kind: "map"; keys: infer Keys extends Keyed }
        ? { readonly [Key in keyof Keys]: DraftOf<Keys[Key]> | NullOf<Keys[Key]> }
        : never;

type Keyed = Readonly<Record<string, Shape>>;
