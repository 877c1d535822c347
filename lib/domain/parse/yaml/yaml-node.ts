import type { Origins } from "./text-with-origins";

/** One node of a YAML text. */
export interface YamlNode {
  readonly kind: "scalar" | "sequence" | "mapping" | "alias";
  /** Where it starts, in UTF-16 units; its line counts from 0. */
  readonly at: number;
  readonly line: number;
  /** As `tag:yaml.org,2002:str`; "" = it has none. */
  readonly tag: string;
  /** A scalar's value, an alias's name. */
  readonly text: string;
  /** A scalar whose text tells its type. */
  readonly isImplicit: boolean;
  readonly origins: Origins;
  /** A sequence's items; a mapping's keys and values by turns. */
  readonly children: readonly YamlNode[];
  /** What an alias stands for. */
  readonly target: YamlNode | null;
  readonly hasAnchor: boolean;
}
