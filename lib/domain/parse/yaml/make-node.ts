import type { Mark } from "./mark";
import type { Token, TokenKind } from "./token";
import type { YamlNode } from "./yaml-node";

/** A tag and an anchor, in either order. */
export interface Properties {
  /** Where the node starts. */
  readonly mark: Mark;
  /** "" = it has none. */
  readonly tag: string;
  readonly anchor: string | null;
}

export interface NodeStart {
  readonly properties: Properties;
  /** The first one behind the properties. */
  readonly token: Token;
  /** null = it is a scalar. */
  readonly children: YamlNode[] | null;
}

const NONE: readonly never[] = [];

/** The node that starts with a token; a scalar is empty where the token is none. */
export function makeNode({ properties, token, children }: NodeStart): YamlNode {
  const { mark, tag, anchor } = properties;
  const isScalar = token.kind === "scalar";
  return {
    kind: children === null ? "scalar" : kindOf(token.kind),
    at: mark.at,
    line: mark.line,
    tag,
    text: isScalar ? token.text : "",
    isImplicit: (tag === "" && (token.isPlain || !isScalar)) || (isScalar && tag === "!"),
    origins: mark.at === token.at ? token.origins : [0, token.at, ...token.origins],
    children: children ?? NONE,
    target: null,
    hasAnchor: anchor !== null,
  };
}

function kindOf(kind: TokenKind): "sequence" | "mapping" {
  return kind === "flow mapping" || kind === "block mapping" ? "mapping" : "sequence";
}

/** The scalar that stands where nothing is written. */
export function emptyNode({ at, line }: Mark): YamlNode {
  return { ...EMPTY, at, line };
}

/** A mapping within a flow sequence, without braces. */
export function pairNode({ at, line }: Mark, children: readonly YamlNode[]): YamlNode {
  return { ...EMPTY, kind: "mapping", at, line, children };
}

export function aliasNode({ at, line, text }: Token, target: YamlNode): YamlNode {
  return { ...EMPTY, kind: "alias", at, line, text, target };
}

const EMPTY: YamlNode = {
  kind: "scalar",
  at: 0,
  line: 0,
  tag: "",
  text: "",
  isImplicit: true,
  origins: NONE,
  children: NONE,
  target: null,
  hasAnchor: false,
};
