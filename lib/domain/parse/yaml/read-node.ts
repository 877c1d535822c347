import { aliasNode, emptyNode, makeNode, type Properties, pairNode } from "./make-node";
import type { Mark } from "./mark";
import { type Allowed, BLOCK, FLOW, IN_MAPPING, next, passes, type Reader } from "./reader";
import { dropToken } from "./take-token";
import type { Token, TokenKind } from "./token";
import type { YamlNode } from "./yaml-node";
import { fail, failAsParser, failAtLimit } from "./yaml-problem";

/** Deeper than any mapping has a use for. The authenticator reads ten thousand levels. */
const DEEPEST = 200;

export function readNode(reader: Reader, allowed: Allowed = BLOCK): YamlNode {
  if (++reader.depth > DEEPEST) failAtLimit(`this is nested deeper than ${DEEPEST} levels`, next(reader).at);
  const first = next(reader);
  const node = first.kind === "alias" ? readAlias(reader, first) : readOwnNode(reader, allowed, first);
  reader.depth--;
  return node;
}

function readAlias({ scan, anchors }: Reader, alias: Token): YamlNode {
  dropToken(scan);
  const target = anchors.get(alias.text);
  return target === undefined
    ? fail(`unknown anchor '${alias.text}' referenced`, alias.at)
    : aliasNode(alias, target);
}

function readOwnNode(reader: Reader, allowed: Allowed, first: Token): YamlNode {
  const properties = readProperties(reader, first);
  const token = next(reader);
  const children: YamlNode[] | null = startsCollection(token.kind, allowed) ? [] : null;
  const isBare = properties.tag === "" && properties.anchor === null;
  if (children === null && token.kind !== "scalar" && isBare)
    failAsParser("did not find expected node content", token);
  const node = makeNode({ properties, token, children });
  if (properties.anchor !== null) reader.anchors.set(properties.anchor, node);
  if (children !== null) readChildren(reader, token.kind, children);
  else if (token.kind === "scalar") dropToken(reader.scan);
  return node;
}

function readProperties(reader: Reader, mark: Mark): Properties {
  let [tag, anchor]: [Token | null, Token | null] = [null, null];
  for (let token = next(reader); ; token = next(reader)) {
    if (token.kind === "tag" && tag === null) tag = token;
    else if (token.kind === "anchor" && anchor === null) anchor = token;
    else break;
    dropToken(reader.scan);
  }
  return { mark, tag: tag === null ? "" : tagOf(reader, tag), anchor: anchor?.text ?? null };
}

function tagOf({ prefixes }: Reader, tag: Token): string {
  if (tag.handle === "") return tag.text;
  const prefix = prefixes.get(tag.handle);
  return prefix === undefined ? failAsParser("found undefined tag handle", tag) : prefix + tag.text;
}

function startsCollection(kind: TokenKind, { block, indentless }: Allowed): boolean {
  if (kind === "flow sequence" || kind === "flow mapping") return true;
  if (kind === "block entry") return indentless;
  return block && (kind === "block sequence" || kind === "block mapping");
}

function readChildren(reader: Reader, kind: TokenKind, children: YamlNode[]): void {
  if (kind === "block entry") readIndentless(reader, children);
  else {
    dropToken(reader.scan);
    if (kind === "block sequence") readBlockSequence(reader, children);
    else if (kind === "block mapping") readBlockMapping(reader, children);
    else if (kind === "flow sequence") readFlowSequence(reader, children);
    else readFlowMapping(reader, children);
  }
}

type Ends = readonly TokenKind[];
const ENTRY_ENDS: Ends = ["block entry", "block end"];
const INDENTLESS_ENDS: Ends = ["block entry", "key", "value", "block end"];
const MEMBER_ENDS: Ends = ["key", "value", "block end"];
const LIST_ENDS: Ends = ["flow entry", "flow sequence end"];
const MAP_ENDS: Ends = ["flow entry", "flow mapping end"];

/** The node that comes next, or the empty one where one of the tokens stands. */
function readUnless(reader: Reader, allowed: Allowed, ends: Ends): YamlNode {
  const token = next(reader);
  return ends.includes(token.kind) ? emptyNode(token) : readNode(reader, allowed);
}

/** What stands behind a colon; without one it is empty. */
function readValue(reader: Reader, allowed: Allowed, ends: Ends): YamlNode {
  const token = next(reader);
  return passes(reader, "value") ? readUnless(reader, allowed, ends) : emptyNode(token);
}

function readBlockSequence(reader: Reader, children: YamlNode[]): void {
  while (passes(reader, "block entry")) children.push(readUnless(reader, BLOCK, ENTRY_ENDS));
  if (!passes(reader, "block end")) failAsParser("did not find expected '-' indicator", next(reader));
}

function readIndentless(reader: Reader, children: YamlNode[]): void {
  while (passes(reader, "block entry")) children.push(readUnless(reader, BLOCK, INDENTLESS_ENDS));
}

function readBlockMapping(reader: Reader, children: YamlNode[]): void {
  while (passes(reader, "key")) {
    children.push(readUnless(reader, IN_MAPPING, MEMBER_ENDS));
    children.push(readValue(reader, IN_MAPPING, MEMBER_ENDS));
  }
  if (!passes(reader, "block end")) failAsParser("did not find expected key", next(reader));
}

function readFlowSequence(reader: Reader, children: YamlNode[]): void {
  for (let isFirst = true; !passes(reader, "flow sequence end"); isFirst = false) {
    if (!isFirst && !passes(reader, "flow entry"))
      failAsParser("did not find expected ',' or ']'", next(reader));
    const token = next(reader);
    if (token.kind === "key") children.push(pairNode(token, readPair(reader)));
    else if (token.kind !== "flow sequence end") children.push(readNode(reader, FLOW));
  }
}

/** `[a: b]` is a list of one mapping. */
function readPair(reader: Reader): readonly YamlNode[] {
  dropToken(reader.scan);
  const token = next(reader);
  const isEmpty = token.kind === "value" || LIST_ENDS.includes(token.kind);
  const key = isEmpty ? emptyNode(token) : readNode(reader, FLOW);
  // The authenticator's library swallows the token that follows an empty key.
  if (isEmpty) dropToken(reader.scan);
  return [key, readValue(reader, FLOW, LIST_ENDS)];
}

function readFlowMapping(reader: Reader, children: YamlNode[]): void {
  for (let isFirst = true; !passes(reader, "flow mapping end"); isFirst = false) {
    if (!isFirst && !passes(reader, "flow entry"))
      failAsParser("did not find expected ',' or '}'", next(reader));
    if (passes(reader, "key")) {
      children.push(readUnless(reader, FLOW, ["value", ...MAP_ENDS]));
      children.push(readValue(reader, FLOW, MAP_ENDS));
    } else if (next(reader).kind !== "flow mapping end") {
      children.push(readNode(reader, FLOW));
      children.push(emptyNode(next(reader)));
    }
  }
}
