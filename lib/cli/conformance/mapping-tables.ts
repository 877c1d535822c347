import { areBackEnds } from "@/lib/domain/explain/mapping/back-end-modes";
import { isLoggableIdentity } from "@/lib/domain/explain/mapping/is-loggable-identity";
import { mapIdentity } from "@/lib/domain/explain/mapping/map-identity";
import { openBackEnd } from "@/lib/domain/explain/mapping/open-back-end";
import { renderTemplate } from "@/lib/domain/explain/mapping/render-template";
import { isReserved } from "@/lib/domain/explain/mapping/reserved-prefix";
import { arnLike } from "@/lib/domain/identity/arn-like";
import { checkEntry } from "@/lib/domain/parse/mappings/check-entry";
import { entryKey } from "@/lib/domain/parse/mappings/entry-key";
import type { MappingEntry } from "@/lib/domain/parse/mappings/mapping-entry";
import { textsOf, toCaller, toContent, toEntry, toInstanceAnswer } from "./mapping-rows";
import { type Row, type RowCheck, rowsOf, text } from "./row-check";

/** `{doMapping, reservedPrefix, isLoggableIdentity, backendModes}`. */
export function mappingTable(content: unknown): RowCheck[] {
  return [
    ...rowsOf(content, "doMapping").map(decisionCheck),
    ...rowsOf(content, "reservedPrefix").map((row) =>
      check(row.username, row.expected, isReserved(text(row, "username"), textsOf(row.reserved))),
    ),
    ...rowsOf(content, "isLoggableIdentity").map((row) =>
      check(
        row.accountId,
        row.expected,
        isLoggableIdentity(text(row, "accountId"), textsOf(row.scrubbedAccounts)),
      ),
    ),
    ...rowsOf(content, "backendModes").map((row) =>
      check(row.modes, row.valid, areBackEnds(textsOf(row.modes))),
    ),
  ];
}

function decisionCheck(row: Row): RowCheck {
  const backEnds = rowsOf(row, "backends").map((one) => openBackEnd(toContent(one)));
  const decision = mapIdentity(toCaller(row.identity as Row), backEnds, toInstanceAnswer(row));
  const { setupError = null, ...expected } = row.expected as Row;
  const failed = backEnds.find((one) => one.setupError !== null)?.setupError ?? null;
  const actual =
    decision.outcome === "granted"
      ? { username: decision.username, groups: decision.groups }
      : { error: decision.error };
  return {
    input: row.name,
    pairs: [
      { expected, actual },
      { expected: setupError, actual: failed },
    ],
  };
}

/** Rows `{mapping, key, validateError, matches: [{subject, match}]}`. */
export function roleMappingTable(content: unknown): RowCheck[] {
  return rowsOf(content, "cases").map((row) => {
    const mapping = row.mapping as Row;
    const entry = toEntry("userarn" in mapping ? "mapUsers" : "mapRoles", mapping);
    const matches = rowsOf(row, "matches").map(({ subject, match }) => ({
      expected: { subject, match },
      actual: { subject, match: matchesSubject(entry, String(subject)) },
    }));
    const own = {
      expected: { key: row.key, error: row.validateError ?? null },
      actual: { key: entryKey(entry), error: checkEntry(entry) },
    };
    return { input: mapping, pairs: [own, ...matches] };
  });
}

/** Whether an entry of aws-auth is found for a canonical ARN. */
function matchesSubject(entry: MappingEntry, subject: string): boolean {
  if (entry.sso !== null) {
    const like = arnLike(subject.toLowerCase(), entryKey(entry));
    return like.ok && like.match;
  }
  const backEnd = openBackEnd({ kind: "EKSConfigMap", entries: [entry], accounts: [], reservedPrefixes: [] });
  return backEnd.index.find(subject.toLowerCase()) !== null;
}

/** `{ec2PrivateDNSName, cases: [{template, identity, expected, error}]}`. */
export function sessionNameTable(content: unknown): RowCheck[] {
  const ask = toInstanceAnswer(content as Row);
  return rowsOf(content, "cases").map((row) => {
    const rendered = renderTemplate(text(row, "template"), toCaller(row.identity as Row), ask);
    const actual = rendered.ok ? [rendered.text, null] : [null, rendered.error];
    return check(row.template, [row.expected ?? null, row.error ?? null], actual);
  });
}

function check(input: unknown, expected: unknown, actual: unknown): RowCheck {
  return { input, pairs: [{ expected, actual }] };
}
