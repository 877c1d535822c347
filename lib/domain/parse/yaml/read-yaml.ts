import { readNode } from "./read-node";
import type { Reader } from "./reader";
import { openScanner } from "./scanner";
import { dropToken, peekToken } from "./take-token";
import type { Token } from "./token";
import type { YamlNode } from "./yaml-node";
import { fail, failAsParser, failAtLimit } from "./yaml-problem";

/** Kubernetes takes a ConfigMap of 1 MiB at most; a request of that size is over etcd's own limit. */
const LONGEST = 1_000_000;
/** What YAML forbids in a text; the end of one stands for the character 0. */
const FORBIDDEN = /[^\t\n\r\x20-\x7e\x85\xa0-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * The first document of a text, as Go's YAML 1.1 library (gopkg.in/yaml.v2, which the authenticator and kubectl use) reads
 * it; null = there is nothing. What stands behind it is not looked at. Linear in the text. Fails as `attemptYaml` catches it.
 */
export function readYaml(text: string): YamlNode | null {
  if (text.length > LONGEST) failAtLimit(`this is longer than ${LONGEST} characters`, LONGEST);
  const forbidden = FORBIDDEN.exec(text);
  if (forbidden !== null) fail("control characters are not allowed", forbidden.index);
  return readDocument({ scan: openScanner(text), prefixes: new Map(), anchors: new Map(), depth: 0 });
}

const DEFAULT_PREFIXES = [
  ["!", "!"],
  ["!!", "tag:yaml.org,2002:"],
] as const;

function readDocument(reader: Reader): YamlNode | null {
  const isMarked = readDirectives(reader);
  for (const [handle, prefix] of DEFAULT_PREFIXES)
    if (!reader.prefixes.has(handle)) reader.prefixes.set(handle, prefix);
  const { kind } = peekToken(reader.scan);
  if (kind === "stream end") return null;
  const isEmpty = isMarked && ["version", "tag directive", "document start", "document end"].includes(kind);
  if (isEmpty) return null;
  const root = readNode(reader);
  // The library looks at the token behind the document, and so refuses the text where that is none.
  peekToken(reader.scan);
  return root;
}

/** True = the document starts with `---`. */
function readDirectives(reader: Reader): boolean {
  let version: string | null = null;
  for (;;) {
    const directive = peekToken(reader.scan);
    if (directive.kind === "version") {
      if (version !== null) failAsParser("found duplicate %YAML directive", directive);
      version = directive.text;
      if (version !== "1.1") failAsParser("found incompatible YAML document", directive);
    } else if (directive.kind === "tag directive") keepPrefix(reader, directive);
    else break;
    dropToken(reader.scan);
  }
  return passDocumentStart(reader, version !== null || reader.prefixes.size > 0);
}

function keepPrefix({ prefixes }: Reader, directive: Token): void {
  if (prefixes.has(directive.handle)) failAsParser("found duplicate %TAG directive", directive);
  prefixes.set(directive.handle, directive.text);
}

function passDocumentStart(reader: Reader, isRequired: boolean): boolean {
  const token = peekToken(reader.scan);
  if (token.kind === "document start") dropToken(reader.scan);
  else if (isRequired) failAsParser("did not find expected <document start>", token);
  return token.kind === "document start";
}
