import { decodeBase64Text } from "./decode-base64-text";
import type { GoScalar, GoValue } from "./go-value";
import { resolveScalar } from "./resolve-scalar";
import type { YamlNode } from "./yaml-node";
import { fail, failPlainly } from "./yaml-problem";

/** Counts as Go's library does, to refuse a text that grows without bounds by its aliases. */
export interface DecodeCount {
  nodes: number;
  /** Of them, those reached through an alias. */
  aliased: number;
  aliasDepth: number;
  /** Those being decoded, by identity. */
  readonly open: Set<YamlNode>;
  /** What an anchor's node was decoded to, and how many nodes that took. */
  readonly known: Map<YamlNode, { readonly value: GoValue; readonly nodes: number }>;
}

export function openCount(): DecodeCount {
  return { nodes: 0, aliased: 0, aliasDepth: 0, open: new Set(), known: new Map() };
}

const FEW_ALIASES = 100;
const FEW_NODES = 1_000;
const SMALL = 400_000;
const LARGE = 4_000_000;

/** The library's bound: almost all nodes of a small text may come through aliases, a tenth of a large one's. */
function countNodes(count: DecodeCount, nodes: number, at: number): void {
  count.nodes += nodes;
  if (count.aliasDepth > 0) count.aliased += nodes;
  if (count.aliased <= FEW_ALIASES || count.nodes <= FEW_NODES) return;
  const size = Math.min(1, Math.max(0, (count.nodes - SMALL) / (LARGE - SMALL)));
  if (count.aliased / count.nodes > 0.99 - 0.89 * size) fail("document contains excessive aliasing", at);
}

/** A node as Go decodes it to a value of any type. An alias costs no more than its anchor did. */
export function decodeNode(count: DecodeCount, node: YamlNode): GoValue {
  if (node.kind === "alias") return decodeAlias(count, node);
  const before = count.nodes;
  countNodes(count, 1, node.at);
  if (!node.hasAnchor) return decodeContent(count, node);
  count.open.add(node);
  const value = decodeContent(count, node);
  count.open.delete(node);
  count.known.set(node, { value, nodes: count.nodes - before });
  return value;
}

function decodeAlias(count: DecodeCount, { target, text, at }: YamlNode): GoValue {
  countNodes(count, 1, at);
  if (target === null || count.open.has(target)) fail(`anchor '${text}' value contains itself`, at);
  count.aliasDepth++;
  const known = count.known.get(target);
  const value = known?.value ?? decodeNode(count, target);
  if (known !== undefined) countNodes(count, known.nodes, at);
  count.aliasDepth--;
  return value;
}

function decodeContent(count: DecodeCount, node: YamlNode): GoValue {
  const { at } = node;
  if (node.kind === "scalar") return decodeScalar(node);
  if (node.kind === "sequence")
    return { kind: "array", at, items: node.children.map((child) => decodeNode(count, child)) };
  const members = new Map<string, GoValue>();
  decodeMembers(count, node, members);
  return { kind: "object", at, members };
}

function decodeScalar(node: YamlNode): GoValue {
  const kind = resolveScalar(node);
  const { at, text, origins } = node;
  return { kind, at, text: kind === "string" ? textOf(node) : text, origins };
}

const BINARY = "tag:yaml.org,2002:binary";

/** A string's value; of a binary one it is in Base64. */
function textOf({ text, tag, at }: YamlNode): string {
  if (tag !== BINARY) return text;
  return decodeBase64Text(text) ?? fail("!!binary value contains invalid base64 data", at);
}

/** Of a key that stands twice the last one counts. */
function decodeMembers(count: DecodeCount, node: YamlNode, members: Map<string, GoValue>): void {
  const { children } = node;
  for (let i = 0; i + 1 < children.length; i += 2) {
    const [key, value] = [children[i], children[i + 1]];
    if (key === undefined || value === undefined) return;
    if (isMerge(key)) mergeMembers(count, value, members);
    else decodeMember(count, members, { key, value });
  }
}

function decodeMember(
  count: DecodeCount,
  members: Map<string, GoValue>,
  pair: { readonly key: YamlNode; readonly value: YamlNode },
): void {
  const key = decodeNode(count, pair.key);
  if (key.kind === "array" || key.kind === "object") fail("invalid map key", key.at);
  if (key.kind === "null") failPlainly("unsupported map key of type: null", key.at);
  const value = decodeNode(count, pair.value);
  members.set(nameOf(key), value);
}

/** JSON's keys are texts: the words of a boolean become one of two, and a number is close enough as it is written. */
function nameOf({ kind, text }: GoScalar): string {
  return kind === "bool" ? String(/^(y|t|on$)/i.test(text)) : text;
}

const MERGE = "tag:yaml.org,2002:merge";

function isMerge({ kind, text, isImplicit, tag }: YamlNode): boolean {
  return kind === "scalar" && text === "<<" && (isImplicit || tag === MERGE);
}

/** `<<` takes the members of one mapping or of several, the first of which wins; it replaces those before it. */
function mergeMembers(count: DecodeCount, from: YamlNode, members: Map<string, GoValue>): void {
  const all = from.kind === "sequence" ? from.children.toReversed() : [from];
  for (const one of all) {
    const mapping = one.kind === "alias" ? one.target : one;
    if (mapping?.kind !== "mapping") fail("map merge requires map or sequence of maps as the value", one.at);
    const decoded = decodeNode(count, one);
    if (decoded.kind === "object") for (const [key, value] of decoded.members) members.set(key, value);
  }
}
